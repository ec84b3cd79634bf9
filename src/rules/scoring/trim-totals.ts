import { RuleError } from '../rule-error.js';
import { type Fraction, compare, divide, fraction, sum } from './fraction.js';
import type { TrimRow } from './rule-set.js';

export interface SeatTotal {
  readonly seat: number;
  /** Hundredths of a point. */
  readonly total: Fraction;
  /** What was taken off as the severity of the seat; absent where nothing is. */
  readonly severity?: Fraction;
}

export interface TrimmedTotal extends SeatTotal {
  readonly dropped: 'highest' | 'lowest' | null;
}

export interface TrimmedTotals {
  /** In order of seats. */
  readonly totals: readonly TrimmedTotal[];
  readonly mean: Fraction;
}

/**
 * The mean of judges' totals after dropping extremes by the table; null when there are fewer sheets than
 * its first row. Among equal extremes the lowest seat is the dropped one, so the working can name it.
 */
export function trimTotals(
  totals: readonly SeatTotal[],
  table: readonly TrimRow[],
): TrimmedTotals | null {
  requireDistinctSeats(totals);
  const row = trimRow(totals.length, table);
  if (row === null) return null;
  const bySeat = [...totals].sort((a, b) => a.seat - b.seat);
  const highest = [...bySeat].sort((a, b) => compare(b.total, a.total)).slice(0, row.dropHighest);
  const lowest = bySeat
    .filter((total) => !highest.includes(total))
    .sort((a, b) => compare(a.total, b.total))
    .slice(0, row.dropLowest);
  const marked = bySeat.map((total): TrimmedTotal => {
    const dropped = highest.includes(total) ? 'highest' : lowest.includes(total) ? 'lowest' : null;
    return { ...total, dropped };
  });
  const kept = marked.filter(({ dropped }) => dropped === null).map(({ total }) => total);
  return { totals: marked, mean: divide(sum(kept), fraction(kept.length)) };
}

/** The row for `n` sheets; null below the first row: then judges must be added. */
function trimRow(n: number, table: readonly TrimRow[]): TrimRow | null {
  return table.find(({ from, to }) => n >= from && (to === null || n <= to)) ?? null;
}

function requireDistinctSeats(totals: readonly SeatTotal[]): void {
  const seats = new Set<number>();
  for (const { seat } of totals) {
    if (seats.has(seat)) throw new RuleError('scoring.error.seatTwice', { seat });
    seats.add(seat);
  }
}
