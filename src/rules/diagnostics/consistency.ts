import { normalUpperTail } from '../distributions/tails.js';
import type { JudgeTest } from './judge-signal.js';
import type { SheetsByJudge } from './score-sheet-evidence.js';
import { comparable } from './score-sheet-evidence.js';
import type { TestOutcome } from './student-tests.js';
import { correlation, TOO_FEW } from './student-tests.js';

/** Fisher's transform has no value at ±1. */
const LARGEST_CORRELATION = 0.999999;
const FEWEST_SHEETS = 4;

/**
 * Leave-one-out correlation: the judge's totals with the mean of the others on the same entries. The
 * p-value is one-sided, that the judge agrees no less than the other judges do on average, by Fisher's
 * (1921) transform.
 */
export function consistency(byJudge: SheetsByJudge): readonly JudgeTest[] {
  const outcomes = [...byJudge].map(([judge, sheets]) => {
    const compared = comparable(sheets);
    const outcome =
      compared.length < FEWEST_SHEETS
        ? TOO_FEW
        : correlation(
            compared.map(({ total }) => total),
            compared.map(({ othersMean }) => othersMean),
          );
    return { judge, outcome, weight: compared.length - 3, sheets: compared.map(({ id }) => id) };
  });
  return outcomes.map((own) => {
    const rest = outcomes.filter((other) => other !== own && other.outcome.statistic !== null);
    return {
      judge: own.judge,
      ...own.outcome,
      ...comparedWithRest(own, rest),
      sheets: own.sheets,
    };
  });
}

interface WeightedOutcome {
  readonly outcome: TestOutcome;
  readonly weight: number;
}

function comparedWithRest(
  own: WeightedOutcome,
  rest: readonly WeightedOutcome[],
): Pick<JudgeTest, 'pValue' | 'reason'> {
  if (own.outcome.statistic === null) return { pValue: null, reason: own.outcome.reason };
  const weight = rest.reduce((sum, other) => sum + other.weight, 0);
  if (weight === 0) return { pValue: null, reason: 'diagnostics.undefined.tooFewSheets' };
  const usual =
    rest.reduce((sum, other) => sum + other.weight * fisher(other.outcome.statistic), 0) / weight;
  const difference = usual - fisher(own.outcome.statistic);
  return { pValue: normalUpperTail(difference / Math.sqrt(1 / own.weight + 1 / weight)) };
}

function fisher(r: number | null): number {
  return Math.atanh(Math.max(-LARGEST_CORRELATION, Math.min(LARGEST_CORRELATION, r ?? 0)));
}
