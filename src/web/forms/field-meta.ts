/** What a form field is, declared once by a decorator: it validates, and it draws itself. */
export interface FieldMeta {
  readonly name: string;
  readonly kind:
    | 'text'
    | 'textarea'
    | 'whole'
    | 'hundredths'
    | 'day'
    | 'choice'
    | 'choices'
    | 'flag'
    | 'password';
  /** Locale key of the label. */
  readonly label: string;
  /** Locale key of the hint, or null. */
  readonly hint: string | null;
  readonly required: boolean;
  /** Characters for text, value for numbers (hundredths where the kind says so). */
  readonly min: number | null;
  readonly max: number | null;
  /** Locale key of the unit after a number. */
  readonly unit: string | null;
  readonly values: readonly string[];
  /** Locale key prefix of the options: `${options}.${value}`. */
  readonly options: string;
  readonly input: 'text' | 'email' | 'tel' | 'url' | 'search';
  readonly autocomplete: string | null;
  readonly rows: number;
  /** For a text with a form of its own: what is wrong with it, or null. */
  readonly check?: (text: string) => string | null;
}

const registry = new WeakMap<object, FieldMeta[]>();

export function registerField(prototype: object, meta: FieldMeta): void {
  const own = registry.get(prototype);
  if (own) own.push(meta);
  else registry.set(prototype, [meta]);
}

/** The fields of a form class in the order in which they are declared, inherited ones first. */
export function fieldsOf(form: new () => object): readonly FieldMeta[] {
  const chain: FieldMeta[][] = [];
  for (let at = form.prototype as object; at; at = Object.getPrototypeOf(at) as object) {
    chain.unshift(registry.get(at) ?? []);
  }
  return chain.flat();
}
