import type { JudgeTest } from './judge-signal.js';
import type { SheetsByJudge } from './score-sheet-evidence.js';
import { comparable } from './score-sheet-evidence.js';
import { meanIsZero } from './student-tests.js';

/**
 * Mean difference, in points, between the judge and the mean of the others on the same entries;
 * negative for a severe judge. One-sample t test.
 */
export function severity(byJudge: SheetsByJudge): readonly JudgeTest[] {
  return [...byJudge].map(([judge, sheets]) => {
    const compared = comparable(sheets);
    return {
      judge,
      ...meanIsZero(compared.map(({ deviation }) => deviation)),
      sheets: compared.map(({ id }) => id),
    };
  });
}
