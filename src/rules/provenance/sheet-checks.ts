import type { JudgeSheet } from '../scoring/judge-sheet.js';
import { hundredthsText } from '../scoring/points.js';
import { type Check, where } from './check.js';
import { lockSheets } from './lock-category.js';
import type { LockedSheet } from './results-bundle.js';

/** The seat and the indicator whose sums moved; where only one of them moved, that one alone. */
export function* sheetChecks(
  receiptNumber: string,
  before: readonly LockedSheet[],
  signed: readonly JudgeSheet[],
): Generator<Check> {
  const now = lockSheets(signed);
  yield { where: where('sheets', { receiptNumber }), expected: names(before), found: names(now) };
  for (const [i, { sheet, seatSums, indicatorSums }] of before.entries()) {
    const other = now[i];
    if (!other) continue;
    const [seat] = changedKeys(seatSums, other.seatSums);
    const [indicator] = changedKeys(indicatorSums, other.indicatorSums);
    if (seat !== undefined && indicator !== undefined) {
      const place = { receiptNumber, sheet, seat, indicator };
      yield sumCheck('score', place, seatSums[seat], other.seatSums[seat]);
    }
    if (seat !== undefined) {
      const place = { receiptNumber, sheet, seat };
      yield sumCheck('seat', place, seatSums[seat], other.seatSums[seat]);
    }
    if (indicator !== undefined) {
      const place = { receiptNumber, sheet, indicator };
      yield sumCheck('indicator', place, indicatorSums[indicator], other.indicatorSums[indicator]);
    }
  }
}

function names(sheets: readonly LockedSheet[]): string {
  return sheets.map(({ sheet }) => sheet).join(' ');
}

type Sums = Readonly<Record<string, number>>;

function changedKeys(before: Sums, now: Sums): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...keys].filter((key) => before[key] !== now[key]);
}

function sumCheck(
  key: string,
  place: Readonly<Record<string, string>>,
  before: number | undefined,
  now: number | undefined,
): Check {
  return { where: where(key, place), expected: sumText(before), found: sumText(now) };
}

function sumText(sum: number | undefined): string {
  return sum === undefined ? '' : Number.isSafeInteger(sum) ? hundredthsText(sum) : String(sum);
}
