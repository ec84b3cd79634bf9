/**
 * Verified values of one application. `null` or absent means missing or not accepted. Money in hundredths
 * of 万元, percentages in hundredths of a percent, counts as integers, dates `YYYY-MM-DD`.
 */
export interface Figures {
  readonly amounts: Readonly<Partial<Record<AmountKey, number | null>>>;
  readonly openedOn: string | null;
  readonly shops: readonly ShopFigures[];
  readonly choices: Readonly<Partial<Record<ChoiceKey, string | null>>>;
  readonly samplingFailures: readonly SamplingFailure[] | null;
  readonly certifications: readonly Certification[] | null;
  /** Verifier's checklist by item code, such as `G9.licenceLink`. */
  readonly ticks: Readonly<Record<string, boolean>>;
  /** Codes of indicators left out for this application, where the rules allow it. */
  readonly notApplicable: readonly string[];
}

/** Names of `domain/fields.md` §5; a suffix says the year when it is not T. */
export const AMOUNT_KEYS = [
  'netWan',
  'netWanYearBefore',
  'netWanTwoYearsBefore',
  'agencyWan',
  'farmGoodsNetWan',
  'farmGoodsNetWanYearBefore',
  'orders',
  'parcels',
  'taxPaidWan',
  'insuredYearEnd',
  'insuredAverage',
  'familyWorkers',
  'complaintsAgainst',
  'complaintsUnanswered',
  'registeredMarks',
  'furtherRights',
  'brandSalesSharePct',
  'conformityBatchPct',
  'repurchaseRatePct',
  'platformCount',
  'farmHouseholds',
  'localPurchaseWan',
  'purchasePremiumPct',
  'circumstances',
  'training',
  'overtimeSeconds',
] as const;
export type AmountKey = (typeof AMOUNT_KEYS)[number];

export type ChoiceKey = 'taxBand';

export type ShopRateKey = 'goodRatePct' | 'dispatch48hPct';

export interface ShopFigures {
  readonly shop: string;
  readonly platform: string;
  readonly netWan: number | null;
  readonly orders: number | null;
  readonly goodRatePct: number | null;
  readonly dispatch48hPct: number | null;
  readonly ratings: readonly ShopRating[];
}

/** `value` in hundredths of the platform's unit: 4.85 is 485. */
export interface ShopRating {
  readonly metric: string;
  readonly value: number;
}

export interface SamplingFailure {
  readonly date: string;
  readonly remediedOn: string | null;
}

/** `validTo` is null for a certificate without an end date. */
export interface Certification {
  readonly type: string;
  readonly validTo: string | null;
}
