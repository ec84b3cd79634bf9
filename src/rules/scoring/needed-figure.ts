import { amountUnit } from './amounts.js';
import type { AmountKey } from './figures.js';
import type { RatingTable } from './rule-set.js';
import type { RuleText } from './rule-text.js';

export type NeededFigureKind =
  | 'wan'
  | 'percent'
  | 'count'
  | 'day'
  | 'rating'
  | 'choice'
  | 'tick'
  | 'certifications'
  | 'samplingFailures';

/** One figure an applicant claims, under the key that `figuresOf` reads; rows stand under their stem. */
export interface NeededFigure {
  readonly key: string;
  readonly kind: NeededFigureKind;
  /** The shop the figure is about, null when it is about the merchant. */
  readonly shop: string | null;
  /** Submission refuses without it; any other missing figure scores nothing (rule C6). */
  readonly required: boolean;
  /** A figure that may stand in its place. */
  readonly alternative: string | null;
  readonly indicators: readonly string[];
  /** The rules' own name of a checklist item; figures are named in `locales/`. */
  readonly name: RuleText | null;
  readonly options: readonly { readonly code: string; readonly name: RuleText }[];
}

/** Shops of the applicant and what their platforms rate. */
export interface Surroundings {
  readonly ratings: RatingTable;
  readonly shops: readonly { readonly id: string; readonly platform: string }[];
}

/** Fields marked ★ in the data dictionary, and those without which conduct cannot be judged at all. */
const REQUIRED: readonly string[] = [
  'netWan',
  'orders',
  'parcels',
  'insuredYearEnd',
  'insuredAverage',
  'openedOn',
  'farmGoodsNetWan',
  'complaintsAgainst',
  'complaintsUnanswered',
  'taxPaidWan',
  'samplingFailure',
];

export function plainNeed(
  key: string,
  kind: NeededFigureKind,
  shop: string | null = null,
): NeededFigure {
  const required = REQUIRED.includes(key);
  return { key, kind, shop, required, alternative: null, indicators: [], name: null, options: [] };
}

export function amountNeed(key: AmountKey): NeededFigure {
  const unit = amountUnit(key);
  return plainNeed(key, unit === 'wan' || unit === 'percent' ? unit : 'count');
}

export function shopNeed(shop: string, figure: string, kind: NeededFigureKind): NeededFigure {
  return plainNeed(`shop.${shop}.${figure}`, kind, shop);
}
