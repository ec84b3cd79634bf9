/**
 * Entry conditions of a category as data. Money in hundredths of 万元, percentages in hundredths of a
 * percent, ages in full years on the last day of T, both ends included. `null` means no such condition.
 */
export interface EligibilityParameters {
  readonly salesFloor: number;
  readonly operatingYears: number;
  readonly principalAge: AgeRange | null;
  /** Least share of the principal, unless registered proprietor. */
  readonly principalShare: number | null;
  readonly farmGoodsShare: number | null;
  readonly localOrigin: number | null;
  readonly activeShop: ActiveShopRule;
  /** Years after a title in the category during which a holder may not apply; null when switched off. */
  readonly coolDownYears: number | null;
  readonly onePlacePerRelatedGroup: boolean;
}

export interface AgeRange {
  readonly from: number;
  readonly to: number;
}

export interface ActiveShopRule {
  readonly openDays: number;
  readonly ordersPerMonth: number;
}
