/** Why a coefficient has no value: a locale key. */
export type UndefinedReason =
  /** Stands in analyses that were kept before designs with gaps had coefficients. */
  | 'agreement.undefined.incomplete'
  | 'agreement.undefined.noComponents'
  | 'agreement.undefined.tooManyJudges'
  | 'agreement.undefined.levelTooLow'
  | 'agreement.undefined.noPairs'
  | 'agreement.undefined.noVariation'
  | 'agreement.undefined.negativeRatio';

export interface UndefinedCoefficient {
  readonly reason: UndefinedReason;
}
