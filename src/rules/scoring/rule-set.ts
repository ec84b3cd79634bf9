import type { DefenceDay } from '../hall/defence-day.js';
import type { GroundKind, GroundNumber } from '../rounds/conflict-grounds.js';
import type { EligibilityParameters } from './eligibility-parameters.js';
import type { Indicator } from './indicator.js';
import type { RuleText } from './rule-text.js';
import type { VetoRule } from './veto-rule.js';

export type CategoryCode = 'G' | 'Y' | 'N';

/**
 * Everything a frozen `RuleVersion` decides with. Plain JSON: points and weights in hundredths of a
 * point, money in hundredths of 万元, percentages in hundredths of a percent, dates `YYYY-MM-DD`.
 */
export interface RuleSet {
  readonly preset: string;
  readonly reference: ReferenceDates;
  readonly totalQuota: number;
  readonly categories: readonly CategoryRules[];
  readonly defenceSheet: readonly Indicator[];
  readonly ratings: RatingTable;
  readonly vetoRules: readonly VetoRule[];
  readonly trimTable: readonly TrimRow[];
  readonly spread: SpreadRule;
  readonly adjustments: AdjustmentLimits;
  readonly comment: CommentRule;
  readonly tieChain: readonly TieStep[];
  /** The day on which merchants are heard; what is absent stands as `DEFENCE_DAY` says. */
  readonly defenceDay?: Partial<DefenceDay>;
  /** Relations that bar or wait for the office otherwise than the catalogue says; absent for none. */
  readonly groundKinds?: Readonly<Partial<Record<GroundNumber, GroundKind>>>;
}

/** T and the deadline that look-backs and certificates are measured against. */
export interface ReferenceDates {
  readonly year: number;
  readonly applicationDeadline: string;
}

export interface CategoryRules {
  readonly code: CategoryCode;
  readonly name: RuleText;
  readonly quota: number;
  readonly passMark: number;
  readonly minimumField: MinimumFieldRule;
  /** Places for a division's best application; null when the programme has no division floor. */
  readonly divisionFloor: DivisionFloor | null;
  /** Most recommendations a division may make, by division code; null when unlimited. */
  readonly divisionQuotas: Readonly<Record<string, number>> | null;
  readonly eligibility: EligibilityParameters;
  readonly composite: CompositeWeights;
  /** The material totals are taken without the severity of their judges; absent where they stand as given. */
  readonly severityCorrection?: boolean;
  /** The panel scores anchors before the files; absent where it does not. */
  readonly anchors?: boolean;
  readonly rubric: readonly Dimension[];
}

export interface Dimension {
  readonly code: string;
  readonly name: RuleText;
  /** The part this dimension plays in the tie chain. */
  readonly role?: 'exemplaryEffect' | 'integrity';
  readonly indicators: readonly Indicator[];
}

/** Applicants needed: quota × numerator ÷ denominator, rounded up; below it the category is cancelled or deferred. */
export interface MinimumFieldRule {
  readonly numerator: number;
  readonly denominator: number;
  readonly otherwise: 'cancel' | 'defer';
}

export interface DivisionFloor {
  readonly places: number;
  readonly bestScore: number;
}

/** Whole percents that sum to 100. */
export interface CompositeWeights {
  readonly material: number;
  readonly defence: number;
}

/** Turns platform + metric + raw value into a level, so that scales are never compared raw. */
export interface RatingTable {
  readonly scales: readonly RatingScale[];
  readonly map: readonly RatingMapping[];
  /** Platforms that issue no rating: their shops stay out of rating and review means. */
  readonly unratedPlatforms: readonly string[];
}

/** Lower edges (included) of the levels, best first, in hundredths of the platform's unit; below the last is the bottom level. */
export interface RatingScale {
  readonly code: string;
  readonly edges: readonly number[];
}

export interface RatingMapping {
  readonly platform: string;
  readonly metric: string;
  readonly scale: string;
}

/** For `from` to `to` valid sheets (no upper end when null) drop the highest and the lowest totals. */
export interface TrimRow {
  readonly from: number;
  readonly to: number | null;
  readonly dropHighest: number;
  readonly dropLowest: number;
}

export interface SpreadRule {
  /** Share of the sheet's expert maximum, in hundredths of a percent. */
  readonly rangeLimit: number;
  /** Multiple of the round's median standard deviation, in whole numbers. */
  readonly deviationMultiple: number;
  readonly addedJudges: number;
}

export interface AdjustmentLimits {
  readonly bonusMost: number;
  readonly deductionMost: number;
}

export interface CommentRule {
  readonly minimumCharacters: number;
}

export type TieStep =
  'exemplaryEffect' | 'integrity' | 'pairwiseMajority' | 'committeeBallot' | 'sharedStanding';
