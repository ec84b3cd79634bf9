import type { JudgeTest } from './judge-signal.js';
import type { SheetsByJudge } from './score-sheet-evidence.js';
import { comparable, TIE_KINDS } from './score-sheet-evidence.js';
import { meanIsGreater } from './student-tests.js';

/**
 * How many points more a judge gives the own division, organisation or related merchants than other
 * entries, each measured against the other judges. One-sided two-sample t test. Judges without such
 * an entry do not appear.
 */
export function favour(byJudge: SheetsByJudge): readonly JudgeTest[] {
  return TIE_KINDS.flatMap((tie) =>
    [...byJudge].flatMap(([judge, sheets]) => {
      const compared = comparable(sheets);
      const tied = compared.filter(({ ties }) => ties?.includes(tie));
      if (tied.length === 0) return [];
      const free = compared.filter((sheet) => !tied.includes(sheet));
      const test = meanIsGreater(
        tied.map(({ deviation }) => deviation),
        free.map(({ deviation }) => deviation),
      );
      return [{ judge, tie, ...test, sheets: tied.map(({ id }) => id) }];
    }),
  );
}
