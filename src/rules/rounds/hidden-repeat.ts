import { sha256Hex } from '../provenance/sha256-hex.js';

/** Files that lie between the two readings at least, so that the second is no copy of the first from memory. */
const APART = 3;
/** With fewer there is no room for them. */
const FEWEST = APART + 1;

/** Where in a judge's list of files the repeat stands; both count from 0 in the order of the list. */
export interface DrawnRepeat {
  /** The file that comes again, one of the first third. */
  readonly of: number;
  /** The file after which it comes, one of the last third. */
  readonly after: number;
}

/**
 * Which own file a judge scores twice. It stands in the list from the beginning: a file that came later
 * would be known by that. The same seed, seat and list give the same answer to whoever draws again.
 *
 * @returns null where the list is too short
 */
export function drawRepeat(seed: string, seat: number, files: number): DrawnRepeat | null {
  if (files < FEWEST) return null;
  const third = Math.max(1, Math.floor(files / 3));
  const of = below(third, `${seed} ${seat} of`);
  const first = Math.max(of + APART, files - third);
  return { of, after: first + below(files - first, `${seed} ${seat} after`) };
}

/** A number another file might have had: the same letters, and as many digits. */
export function numberLike(example: string, below: (most: number) => number): string {
  const [, letters = '', digits = ''] = /^(\D*)(\d*)$/u.exec(example) ?? [];
  const least = 10 ** Math.max(0, digits.length - 1);
  return `${letters}${least + below(9 * least)}`;
}

/** 48 bits of a hash: against so few files the bias is less than one in ten billion. */
function below(most: number, text: string): number {
  return Number.parseInt(sha256Hex(text).slice(0, 12), 16) % most;
}
