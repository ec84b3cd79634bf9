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

/** The place of a file in the list, counted from 1, once the repeat stands in it. */
export function placeBeside(file: number, repeat: DrawnRepeat | undefined): number {
  return repeat && file > repeat.after ? file + 2 : file + 1;
}

/** The place of the repeat itself. */
export function placeOfRepeat({ after }: DrawnRepeat): number {
  return after + 2;
}

/** Those of the numbers that are no plain count: Crockford's, without what is misread. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A number that another file of the round might have had: after the letter of a category as many digits, and
 * otherwise as many signs.
 */
export function numberLike(example: string, draw: (below: number) => number): string {
  const counted = /^([A-Z]?)(\d+)$/u.exec(example);
  if (!counted) return Array.from(example, () => SIGNS[draw(SIGNS.length)]!).join('');
  const [, letter = '', digits = ''] = counted;
  const least = 10 ** (digits.length - 1);
  return `${letter}${least + draw(9 * least)}`;
}

/** 48 bits of a hash: against so few files the bias is less than one in ten billion. */
function below(most: number, text: string): number {
  return Number.parseInt(sha256Hex(text).slice(0, 12), 16) % most;
}
