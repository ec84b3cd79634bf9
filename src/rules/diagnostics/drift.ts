import type { JudgeTest } from './judge-signal.js';
import type { SheetsByJudge } from './score-sheet-evidence.js';
import { comparable } from './score-sheet-evidence.js';
import { correlation } from './student-tests.js';

/**
 * Correlation of the judge's difference from the others with the order of scoring: negative for a
 * judge who grows more severe. Two-sided t test.
 */
export function drift(byJudge: SheetsByJudge): readonly JudgeTest[] {
  return [...byJudge].map(([judge, sheets]) => {
    const ordered = comparable(sheets).flatMap(({ id, deviation, order }) =>
      order === undefined ? [] : [{ id, deviation, order }],
    );
    if (ordered.length === 0)
      return {
        judge,
        statistic: null,
        pValue: null,
        reason: 'diagnostics.undefined.notRecorded',
        sheets: [],
      };
    const test = correlation(
      ordered.map(({ order }) => order),
      ordered.map(({ deviation }) => deviation),
    );
    return { judge, ...test, sheets: ordered.map(({ id }) => id) };
  });
}
