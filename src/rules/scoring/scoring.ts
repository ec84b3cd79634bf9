import type { AmountKey, ChoiceKey, ShopRateKey } from './figures.js';
import type { RuleText } from './rule-text.js';

/** How a verified figure becomes points; one member per computation, every number in it is data. */
export type Scoring =
  | BandScoring
  | OperatingYearsScoring
  | GrowthScoring
  | CompoundGrowthScoring
  | ShopRateScoring
  | RatingScoring
  | ComplaintScoring
  | InsuredStaffScoring
  | TaxScoring
  | SamplingScoring
  | CertificationScoring
  | TickScoring
  | CountScoring
  | PenaltyScoring
  | SumScoring
  | AnchorScoring;

/**
 * A range of the verified value with fixed points. `low` and `high` are open-ended when absent; which end
 * is included is said by the table (`closed`). `ineligible` marks the range below the entry condition.
 */
export interface Band {
  readonly low?: number;
  readonly high?: number;
  readonly points: number;
  readonly ineligible?: boolean;
}

/** The figure less the amounts named in `minus`. `ratioCheck` flags, it never changes points. */
export interface BandScoring {
  readonly kind: 'bands';
  readonly figure: AmountKey;
  readonly minus?: readonly AmountKey[];
  readonly closed: 'low' | 'high';
  readonly bands: readonly Band[];
  /** Points are given only when this amount is above zero. */
  readonly requiresPositive?: AmountKey;
  readonly ratioCheck?: RatioCheck;
}

/** Bounds of numerator ÷ denominator in hundredths, both ends allowed; outside them the verifier decides. */
export interface RatioCheck {
  readonly numerator: AmountKey;
  readonly denominator: AmountKey;
  readonly low: number;
  readonly high: number;
}

/** Full years from `openedOn` to the last day of T. */
export interface OperatingYearsScoring {
  readonly kind: 'operatingYears';
  readonly bands: readonly Band[];
}

/** (current − base) ÷ base; band edges in hundredths of a percent. */
export interface GrowthScoring {
  readonly kind: 'growth';
  readonly current: AmountKey;
  readonly base: AmountKey;
  readonly bands: readonly Band[];
  readonly smallBase?: SmallBase;
}

export interface SmallBase {
  readonly below: number;
  readonly most: number;
}

/** √(current ÷ base) − 1 over two years; without the base, one-year growth with at most `fallbackMost`. */
export interface CompoundGrowthScoring {
  readonly kind: 'compoundGrowth';
  readonly current: AmountKey;
  readonly base: AmountKey;
  readonly fallbackBase: AmountKey;
  readonly bands: readonly Band[];
  readonly smallBase: SmallBase;
  readonly fallbackMost: number;
}

/** A rate of each shop, weighted by its orders. */
export interface ShopRateScoring {
  readonly kind: 'shopRate';
  readonly rate: ShopRateKey;
  readonly skipUnratedPlatforms: boolean;
  readonly bands: readonly Band[];
}

/** Points of each rating level, best first; several shops are weighted by net sales. */
export interface RatingScoring {
  readonly kind: 'ratings';
  readonly levelPoints: readonly number[];
}

/** Complaints with liability per `perOrders` orders; band edges in hundredths, high end included. */
export interface ComplaintScoring {
  readonly kind: 'complaints';
  readonly perOrders: number;
  readonly bands: readonly Band[];
  readonly unansweredPenalty: number;
}

/** The lower of year-end and average insured staff; `familyWorkersPoints` when nobody is insured but family work is stated. */
export interface InsuredStaffScoring {
  readonly kind: 'insuredStaff';
  readonly bands: readonly Band[];
  readonly familyWorkersPoints: number | null;
}

/** Tax paid as a figure, or the band chosen by those who need not state it. */
export interface TaxScoring {
  readonly kind: 'tax';
  readonly bands: readonly Band[];
  readonly choice: ChoiceKey;
  readonly options: readonly TaxOption[];
  /** Bands and options worth at most this need the checklist item ticked, otherwise they give nothing. */
  readonly declarationUpTo: number;
  readonly declarationItem: string;
}

export interface TaxOption {
  readonly code: string;
  readonly name: RuleText;
  readonly points: number;
}

/** Failed samplings dated in T or T−1. */
export interface SamplingScoring {
  readonly kind: 'sampling';
  readonly none: number;
  readonly oneRemedied: number;
}

/** Certificates that expire after the application deadline; the best `best` count, at most `cap`. */
export interface CertificationScoring {
  readonly kind: 'certifications';
  readonly types: readonly CertificationType[];
  readonly best: number;
  readonly cap: number;
}

export interface CertificationType {
  readonly code: string;
  readonly name: RuleText;
  readonly points: number;
  /** A type that is granted without an end date. */
  readonly longTerm: boolean;
}

/** One yes/no item of a verifier's checklist, ticked in `figures.ticks` under `item`. */
export interface TickScoring {
  readonly kind: 'tick';
  readonly item: string;
  readonly name: RuleText;
  readonly points: number;
}

/** `pointsEach` for each of a counted thing, at most `most` points. */
export interface CountScoring {
  readonly kind: 'count';
  readonly figure: AmountKey;
  readonly name: RuleText;
  readonly pointsEach: number;
  readonly most: number;
}

/** Starts full and loses points for time overrun and for a statement that contradicts the file. */
export interface PenaltyScoring {
  readonly kind: 'penalties';
  readonly start: number;
  readonly secondsPerStep: number;
  readonly stepPenalty: number;
  readonly contradictionItem: string;
  readonly contradictionPenalty: number;
}

/** Parts added up, at most `cap`. */
export interface SumScoring {
  readonly kind: 'sum';
  readonly parts: readonly Exclude<Scoring, SumScoring | AnchorScoring>[];
  readonly cap: number;
}

/** Five clickable anchors on the half-point grid; any half point between may be chosen. */
export interface AnchorScoring {
  readonly kind: 'anchors';
  readonly anchors: readonly Anchor[];
}

export interface Anchor {
  /** Whole percent of the weight: 100, 80, 60, 30, 0. */
  readonly percent: number;
  readonly points: number;
  readonly text: RuleText;
}
