import { binomialUpperTail } from '../distributions/tails.js';
import type { JudgeTest } from './judge-signal.js';
import type { ScoreSheetEvidence, SheetsByJudge } from './score-sheet-evidence.js';
import { mean, squaresAround } from './student-tests.js';

/** A sheet is flat when its indicators, as shares of their weights, have no greater deviation. */
const FLAT = 0.02;
const FEWEST_INDICATORS = 3;

/**
 * Share of the judge's sheets on which every indicator got the same share of its weight. Binomial
 * test against the share among the other judges' sheets (one flat sheet in two added, so that a share
 * of zero is possible but not certain).
 */
export function straightLining(byJudge: SheetsByJudge): readonly JudgeTest[] {
  const judges = [...byJudge].map(([judge, sheets]) => {
    const detailed = sheets.filter(
      ({ indicators }) => indicators !== undefined && indicators.length >= FEWEST_INDICATORS,
    );
    return { judge, count: detailed.length, flat: detailed.filter(isFlat).map(({ id }) => id) };
  });
  const all = judges.reduce((sum, { count }) => sum + count, 0);
  const allFlat = judges.reduce((sum, { flat }) => sum + flat.length, 0);
  return judges.map(({ judge, count, flat }) => {
    if (count === 0)
      return {
        judge,
        statistic: null,
        pValue: null,
        reason: 'diagnostics.undefined.notRecorded',
        sheets: [],
      };
    const usual = (allFlat - flat.length + 1) / (all - count + 2);
    return {
      judge,
      statistic: flat.length / count,
      pValue: binomialUpperTail(flat.length, count, usual),
      sheets: flat,
    };
  });
}

function isFlat({ indicators = [] }: ScoreSheetEvidence): boolean {
  const shares = indicators.map(({ score, weight }) => score / weight);
  return Math.sqrt(squaresAround(shares, mean(shares)) / shares.length) <= FLAT;
}
