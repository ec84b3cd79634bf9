import { binomialUpperTail } from '../distributions/tails.js';
import type { JudgeTest } from './judge-signal.js';
import type { ComparedSheet, SheetsByJudge } from './score-sheet-evidence.js';

/**
 * Number of entries on which two judges gave identical scores, indicator by indicator (the totals
 * where no indicators are known). Binomial test against the share of identical sheets among all other
 * pairs of judges (one in two added).
 */
export function copiedSheets(byJudge: SheetsByJudge): readonly JudgeTest[] {
  const judges = [...byJudge];
  const pairs = judges.flatMap(([judge, own], index) =>
    judges.slice(index + 1).flatMap(([otherJudge, others]) => {
      const common = commonSheets(own, others);
      return common.length === 0 ? [] : [{ judge, otherJudge, ...countIdentical(common) }];
    }),
  );
  const all = pairs.reduce((sum, { common }) => sum + common, 0);
  const allIdentical = pairs.reduce((sum, { identical }) => sum + identical, 0);
  return pairs.map(({ judge, otherJudge, common, identical, sheets }) => ({
    judge,
    otherJudge,
    statistic: identical,
    pValue: binomialUpperTail(
      identical,
      common,
      (allIdentical - identical + 1) / (all - common + 2),
    ),
    sheets,
  }));
}

type SheetPair = readonly [ComparedSheet, ComparedSheet];

function commonSheets(
  own: readonly ComparedSheet[],
  others: readonly ComparedSheet[],
): readonly SheetPair[] {
  const byEntry = new Map(others.map((sheet) => [sheet.entry, sheet]));
  return own.flatMap((sheet) => {
    const other = byEntry.get(sheet.entry);
    return other ? [[sheet, other] as const] : [];
  });
}

function countIdentical(common: readonly SheetPair[]) {
  const identical = common.filter(([a, b]) => marks(a) === marks(b));
  return {
    common: common.length,
    identical: identical.length,
    sheets: identical.flatMap(([a, b]) => [a.id, b.id]),
  };
}

function marks({ indicators, total }: ComparedSheet): string {
  return indicators ? indicators.map(({ score }) => score).join(' ') : `total ${total}`;
}
