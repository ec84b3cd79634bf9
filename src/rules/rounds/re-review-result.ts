import { HALF_POINT } from '../scoring/anchor-points.js';

/** Three as a rule; the office may ask up to five (process §8). */
export const RE_REVIEWERS = { least: 3, most: 5 } as const;

/** What an expert finds of a figure: the value that counts, null where none does. */
export interface FigureFinding {
  readonly verdict: 'Accepted' | 'Reduced' | 'Rejected';
  readonly verified: string | null;
}

export interface ReReviewProgress {
  /** Sheets that count: not void. */
  readonly valid: number;
  readonly signed: number;
}

/** Only when every sheet that counts is signed, and enough of them do, is there anything to read. */
export function reReviewComplete({ valid, signed }: ReReviewProgress): boolean {
  return signed === valid && signed >= RE_REVIEWERS.least;
}

/**
 * The middle one, or the mean of the middle two, up to the half point as every score: nobody moves it
 * alone.
 */
export function middlePoints(points: readonly number[]): number {
  const sorted = points.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  const mean = (sorted[Math.floor(at)]! + sorted[Math.ceil(at)]!) / 2;
  return Math.ceil(mean / HALF_POINT) * HALF_POINT;
}

/**
 * What the experts together find of a figure: what more than half found; among different numbers the middle
 * one, of four the lower of the middle two; otherwise it stays as it was.
 */
export function commonFinding(
  found: readonly (string | null)[],
  before: string | null,
): string | null {
  const alike = (one: string | null) => found.filter((other) => other === one).length;
  const most = found.find((one) => alike(one) * 2 > found.length);
  if (most !== undefined) return most;
  const numbers = found.flatMap((one) => (one !== null && /^\d+$/.test(one) ? [Number(one)] : []));
  if (numbers.length * 2 <= found.length || numbers.length < found.filter(Boolean).length) {
    return before;
  }
  const sorted = numbers.toSorted((a, b) => a - b);
  return String(sorted[Math.floor((sorted.length - 1) / 2)]);
}
