import type { JudgeTest } from './judge-signal.js';
import type { SheetsByJudge } from './score-sheet-evidence.js';
import { comparable } from './score-sheet-evidence.js';
import { mean, meanIsGreater, TOO_FEW } from './student-tests.js';

const FEWEST_SHEETS = 4;

/**
 * The collusion pattern: how far, in points, the judge's most favoured entry stands above the judge's
 * other entries, each measured against the other judges. Test for one outlier (Grubbs 1950) with the
 * bound of Bonferroni; p is 1 unless the judge is below the others on the remaining entries.
 */
export function oneHighAllLow(byJudge: SheetsByJudge): readonly JudgeTest[] {
  return [...byJudge].map(([judge, sheets]) => {
    const compared = comparable(sheets).sort((a, b) => b.deviation - a.deviation);
    const [top, ...rest] = compared;
    if (top === undefined || compared.length < FEWEST_SHEETS)
      return { judge, ...TOO_FEW, sheets: [] };
    const others = rest.map(({ deviation }) => deviation);
    const test = meanIsGreater([top.deviation], others);
    const corrected = test.pValue === null ? null : Math.min(1, test.pValue * compared.length);
    const pValue = corrected !== null && mean(others) >= 0 ? 1 : corrected;
    return { judge, ...test, pValue, sheets: [top.id] };
  });
}
