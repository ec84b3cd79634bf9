import type { JudgeTest } from './judge-signal.js';
import type { SheetsByJudge } from './score-sheet-evidence.js';
import { meanIsGreater } from './student-tests.js';

const SECONDS_PER_MINUTE = 60;

/**
 * The judge's reading speed (characters a second) as a multiple of the other judges', from geometric
 * means. One-sided two-sample t test on the logarithms. The sheets are those read faster than
 * `fastestCharactersPerMinute`.
 */
export function haste(
  byJudge: SheetsByJudge,
  fastestCharactersPerMinute: number,
): readonly JudgeTest[] {
  const timed = [...byJudge].flatMap(([judge, sheets]) =>
    sheets.flatMap(({ id, readingSeconds = 0, documentCharacters = 0 }) =>
      readingSeconds > 0 && documentCharacters > 0
        ? [{ id, judge, speed: documentCharacters / readingSeconds }]
        : [],
    ),
  );
  return [...byJudge.keys()].map((judge) => {
    const own = timed.filter((sheet) => sheet.judge === judge);
    if (own.length === 0)
      return {
        judge,
        statistic: null,
        pValue: null,
        reason: 'diagnostics.undefined.notRecorded',
        sheets: [],
      };
    const test = meanIsGreater(
      own.map(({ speed }) => Math.log(speed)),
      timed.filter((sheet) => sheet.judge !== judge).map(({ speed }) => Math.log(speed)),
    );
    return {
      judge,
      ...test,
      statistic: test.statistic === null ? null : Math.exp(test.statistic),
      sheets: own
        .filter(({ speed }) => speed * SECONDS_PER_MINUTE > fastestCharactersPerMinute)
        .map(({ id }) => id),
    };
  });
}
