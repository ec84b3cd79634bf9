import type { JudgeTest } from './judge-signal.js';
import type { SheetsByJudge } from './score-sheet-evidence.js';
import { mean, meanIsZero } from './student-tests.js';

/**
 * How widely a judge uses the scale: the judge's mean distance from the own mean, as a multiple of
 * that of the other judges on the same entries. Paired t test on the distances (after Levene 1960).
 */
export function spread(byJudge: SheetsByJudge): readonly JudgeTest[] {
  const distances = [...byJudge].flatMap(([judge, sheets]) => {
    const centre = mean(sheets.map(({ total }) => total));
    return sheets.map(({ id, entry, total }) => ({
      id,
      judge,
      entry,
      distance: Math.abs(total - centre),
    }));
  });
  const onEntry = new Map<string, { sum: number; count: number }>();
  for (const { entry, distance } of distances) {
    const { sum, count } = onEntry.get(entry) ?? { sum: 0, count: 0 };
    onEntry.set(entry, { sum: sum + distance, count: count + 1 });
  }
  return [...byJudge.keys()].map((judge) => {
    const pairs = distances.flatMap((sheet) => {
      const { sum, count } = onEntry.get(sheet.entry)!;
      return sheet.judge === judge && count > 1
        ? [{ ...sheet, others: (sum - sheet.distance) / (count - 1) }]
        : [];
    });
    const test = meanIsZero(pairs.map(({ distance, others }) => distance - others));
    const others = mean(pairs.map((pair) => pair.others));
    const own = mean(pairs.map(({ distance }) => distance));
    return {
      judge,
      ...test,
      statistic: test.statistic === null || others === 0 ? null : own / others,
      sheets: pairs.map(({ id }) => id),
    };
  });
}
