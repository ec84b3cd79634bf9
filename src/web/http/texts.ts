import { BadRequestException, PayloadTooLargeException } from '@nestjs/common';
import type { RawForm } from '../forms/parse-value.js';

/** Bytes of all names and values of a body without its files. */
export const mostBytes = 1_048_576;
/** Bytes of one value. */
export const mostOfOne = 200_000;

/**
 * The one reader of names and values, for query strings and for every kind of body: afterwards a
 * value is a text or a list of texts. What no form of ours could send is refused as unreadable.
 */
export class Texts {
  private readonly read: Record<string, string | string[]> = {};
  private count = 0;
  private bytes = 0;

  /** @param most names that are taken, repeated ones counted each time */
  constructor(private readonly most: number) {}

  /** @throws BadRequestException for what cannot be text, PayloadTooLargeException beyond 1 MB */
  add(name: string, value: string): void {
    this.count += 1;
    this.bytes += name.length + Buffer.byteLength(value);
    if (this.count > this.most || isBroken(name) || isBroken(value) || name in Object.prototype) {
      throw new BadRequestException();
    }
    if (this.bytes > mostBytes || value.length > mostOfOne) throw new PayloadTooLargeException();
    const known = this.read[name];
    this.read[name] = known === undefined ? value : [known, value].flat();
  }

  /** Adds a parsed body or query: numbers and truth values of JSON as text, deeper things not at all. */
  addAll(parsed: unknown): this {
    if (typeof parsed !== 'object' || parsed === null) return this;
    for (const [name, given] of Object.entries(parsed)) {
      for (const one of Array.isArray(given) ? (given as unknown[]) : [given]) {
        if (['string', 'number', 'boolean'].includes(typeof one)) this.add(name, String(one));
        else if (one !== null) throw new BadRequestException();
      }
    }
    return this;
  }

  get form(): RawForm {
    return this.read;
  }
}

/** A null character: PostgreSQL cannot keep it, and nobody can type it. Half a surrogate pair likewise. */
function isBroken(text: string): boolean {
  return text.includes('\u0000') || /\p{Surrogate}/u.test(text);
}
