import { RuleError } from '../rule-error.js';

/** A parsed JSON value with its place in the file, so that a fault names the field: `judges[3].max`. */
export class JsonValue {
  constructor(
    private readonly value: unknown,
    private readonly path: string,
  ) {}

  field(name: string): JsonValue {
    const found = this.optional(name);
    if (!found) throw new RuleError('assignment.input.missing', { path: this.pathOf(name) });
    return found;
  }

  /** Nothing when the field is absent or null. */
  optional(name: string): JsonValue | undefined {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      throw this.fault('object');
    }
    const found: unknown = Object.getOwnPropertyDescriptor(this.value, name)?.value;
    return found === undefined || found === null
      ? undefined
      : new JsonValue(found, this.pathOf(name));
  }

  list<Item>(read: (item: JsonValue) => Item): Item[] {
    if (!Array.isArray(this.value)) throw this.fault('list');
    const items: readonly unknown[] = this.value;
    return items.map((item, index) => read(new JsonValue(item, `${this.path}[${index}]`)));
  }

  texts(): string[] {
    return this.list((item) => item.text());
  }

  text(): string {
    if (typeof this.value !== 'string') throw this.fault('text');
    return this.value;
  }

  number(): number {
    if (typeof this.value !== 'number') throw this.fault('number');
    return this.value;
  }

  numberOrText(): number | string {
    return typeof this.value === 'number' ? this.value : this.text();
  }

  boolean(): boolean {
    if (typeof this.value !== 'boolean') throw this.fault('boolean');
    return this.value;
  }

  private pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  private fault(expected: 'object' | 'list' | 'text' | 'number' | 'boolean'): RuleError {
    return new RuleError(`assignment.input.${expected}`, { path: this.path || '$' });
  }
}
