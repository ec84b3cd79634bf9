import type { Rating } from '../calibration/rating.js';
import type { IntraclassInterval } from './intraclass-correlation.js';
import { intraclassCorrelation } from './intraclass-correlation.js';
import type { IntraclassForm } from './intraclass-form.js';
import type { KendallTest } from './kendall-concordance.js';
import { kendallConcordance } from './kendall-concordance.js';
import type { MeasurementLevel } from './krippendorff-alpha.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { completeScores, ratingGrid } from './rating-grid.js';
import type { UndefinedReason } from './undefined-coefficient.js';
import { type KappaTable, pairwiseKappa } from './weighted-kappa.js';

/** A coefficient that the design or the level does not define is null, its reason under `reasons`. */
export interface AgreementReport {
  readonly krippendorffAlpha: number | null;
  readonly icc: Readonly<Record<IntraclassForm, number | null>>;
  /** 95 % confidence limits. */
  readonly iccIntervals: Readonly<Record<IntraclassForm, IntraclassInterval | null>>;
  readonly kendallW: number | null;
  /** Test of W = 0. */
  readonly kendallTest: KendallTest | null;
  readonly kappa: KappaTable | null;
  /** ICC and W: of mean squares and rank sums, or, where the design has gaps, of variance components. */
  readonly estimator: 'complete' | 'varianceComponents';
  readonly reasons: {
    readonly krippendorffAlpha?: UndefinedReason;
    readonly icc?: UndefinedReason;
    readonly kendallW?: UndefinedReason;
    readonly kappa?: UndefinedReason;
  };
}

/**
 * How far judges agree, for scores at the given level of measurement.
 *
 * @throws RuleError `agreement.oneJudge`, `agreement.oneEntry`, `ratings.replicates` {judge, entry},
 *   `ratings.empty`, `ratings.notFinite`.
 */
export function agreementReport(
  ratings: readonly Rating[],
  level: MeasurementLevel,
): AgreementReport {
  const grid = ratingGrid(ratings);
  const alpha = krippendorffAlpha(grid, level);
  const icc = level === 'nominal' ? LEVEL_TOO_LOW : intraclassCorrelation(grid);
  const kendall = level === 'nominal' ? LEVEL_TOO_LOW : kendallConcordance(grid);
  const kappa = pairwiseKappa(grid, level);
  return {
    krippendorffAlpha: 'reason' in alpha ? null : alpha.value,
    icc: 'reason' in icc ? NO_FORMS : icc.values,
    iccIntervals: 'reason' in icc ? NO_FORMS : icc.intervals,
    kendallW: 'reason' in kendall ? null : kendall.w,
    kendallTest: 'reason' in kendall ? null : kendall.test,
    kappa: 'reason' in kappa ? null : kappa,
    estimator: completeScores(grid) === null ? 'varianceComponents' : 'complete',
    reasons: {
      ...('reason' in alpha && { krippendorffAlpha: alpha.reason }),
      ...('reason' in icc && { icc: icc.reason }),
      ...('reason' in kendall && { kendallW: kendall.reason }),
      ...('reason' in kappa && { kappa: kappa.reason }),
    },
  };
}

const LEVEL_TOO_LOW = { reason: 'agreement.undefined.levelTooLow' } as const;

const NO_FORMS = {
  ICC1: null,
  ICC2: null,
  ICC3: null,
  ICC1k: null,
  ICC2k: null,
  ICC3k: null,
} as const;
