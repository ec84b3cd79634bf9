import {
  type Fraction,
  ZERO,
  add,
  compare,
  divide,
  fraction,
  multiply,
  roundHalfUp,
  subtract,
  sum,
} from './fraction.js';

export interface EntryTotals {
  /** What each seat gave this entry, in hundredths of a point. */
  readonly totals: readonly { readonly seat: number; readonly total: Fraction }[];
}

/** Six decimals of a point, in hundredths: whoever recomputes does not carry hundred-digit fractions. */
const STEP = 10_000n;

/**
 * How much more each seat gives than the others, by least squares on entry plus seat: the entries that two
 * seats have in common tell them apart. Seats that share no entries, not even through others, cannot be
 * compared; the severities of each such group add up to nothing. Exact, then rounded to six decimals.
 */
export function seatSeverities(entries: readonly EntryTotals[]): ReadonlyMap<number, Fraction> {
  const seats = [...new Set(entries.flatMap(({ totals }) => totals.map(({ seat }) => seat)))];
  seats.sort((a, b) => a - b);
  const found = new Map<number, Fraction>();
  for (const group of groupsOf(seats, entries)) {
    for (const [seat, severity] of severitiesOf(group, entries)) {
      found.set(seat, fraction(roundHalfUp(multiply(severity, fraction(STEP))), STEP));
    }
  }
  return found;
}

/** Seats that are tied to one another by entries, directly or through other seats. */
function groupsOf(
  seats: readonly number[],
  entries: readonly EntryTotals[],
): readonly (readonly number[])[] {
  const groups = new Map(seats.map((seat) => [seat, new Set([seat])]));
  for (const { totals } of entries) {
    const merged = new Set(totals.flatMap(({ seat }) => [...groups.get(seat)!]));
    for (const seat of merged) groups.set(seat, merged);
  }
  return [...new Set(groups.values())].map((group) => [...group].sort((a, b) => a - b));
}

/** Normal equations with the entries eliminated; the last seat of a group is set to nothing and then centred. */
function severitiesOf(
  group: readonly number[],
  entries: readonly EntryTotals[],
): readonly (readonly [number, Fraction])[] {
  const place = new Map(group.map((seat, at) => [seat, at]));
  const size = group.length - 1;
  const rows = group.map(() => Array.from({ length: group.length + 1 }, () => ZERO));
  for (const { totals } of entries) {
    const own = totals.filter(({ seat }) => place.has(seat));
    if (own.length === 0) continue;
    const share = fraction(1, own.length);
    const mean = multiply(sum(own.map(({ total }) => total)), share);
    for (const { seat, total } of own) {
      const row = rows[place.get(seat)!]!;
      for (const other of own) {
        const at = place.get(other.seat)!;
        row[at] = subtract(row[at]!, share);
      }
      row[place.get(seat)!] = add(row[place.get(seat)!]!, fraction(1));
      row[group.length] = add(row[group.length]!, subtract(total, mean));
    }
  }
  const solved = [...solve(rows.slice(0, size), size, group.length), ZERO];
  const centre = divide(sum(solved), fraction(group.length));
  return group.map((seat, at) => [seat, subtract(solved[at]!, centre)] as const);
}

/** Gauss and Jordan, exactly. The equations of a connected group without its last seat have one solution. */
function solve(rows: Fraction[][], size: number, right: number): readonly Fraction[] {
  for (let at = 0; at < size; at += 1) {
    const pivot = rows.findIndex((row, r) => r >= at && compare(row[at]!, ZERO) !== 0);
    [rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!];
    const lead = rows[at]![at]!;
    rows[at] = rows[at]!.map((value) => divide(value, lead));
    for (const [r, row] of rows.entries()) {
      const factor = row[at]!;
      if (r === at || compare(factor, ZERO) === 0) continue;
      rows[r] = row.map((value, c) => subtract(value, multiply(factor, rows[at]![c]!)));
    }
  }
  return rows.map((row) => row[right]!);
}
