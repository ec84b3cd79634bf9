import { normaliseText } from '../rules/identifiers/normalise-text.js';

/** The last part of a path, without control characters, at most 120 characters with its ending. */
export function tidyName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const tidy = normaliseText(last.replace(/\p{Cc}/gu, ''));
  return tidy.length <= 120 ? tidy : tidy.slice(0, 110) + tidy.slice(-10);
}
