import type { Outcome } from '../ranking/outcomes.js';
import type { CategoryCode, CompositeWeights, Dimension } from '../scoring/rule-set.js';
import type { Computed, InputValue, RuleNote } from '../scoring/computed.js';
import type { IndicatorType, SheetCode } from '../scoring/indicator.js';
import type { RuleText } from '../scoring/rule-text.js';
import type { TieStep } from '../scoring/rule-set.js';
import type { TrimmedTotal } from '../scoring/trim-totals.js';

/**
 * The working of one application from claim to standing, for a page to print. Points are decimal text
 * with two places; `exact` values are fractions of points such as `10007/120`.
 */
export interface Working {
  readonly receiptNumber: string;
  readonly category: CategoryCode;
  readonly dimensions: readonly WorkingDimension[];
  readonly sheets: readonly WorkingSheet[];
  readonly material: WorkingMaterial;
  readonly composite: WorkingComposite;
  readonly standing: WorkingStanding;
}

export interface WorkingDimension {
  readonly code: string;
  readonly name: RuleText;
  readonly role: Dimension['role'] | null;
  readonly weight: string;
  readonly total: string;
  /** Factor on its indicators, such as `25/20`, when one was left out; null otherwise. */
  readonly growth: string | null;
  readonly indicators: readonly WorkingIndicator[];
}

export interface WorkingIndicator {
  readonly code: string;
  readonly name: RuleText;
  readonly type: IndicatorType;
  readonly weight: string;
  readonly points: string;
  readonly notApplicable: boolean;
  /** What the applicant filed and what it would have given; null for expert indicators. */
  readonly claimed: ClaimedPoints | null;
  readonly verified: readonly InputValue[];
  readonly notes: readonly RuleNote[];
  readonly parts: readonly Computed[];
  /** Judges' scores in order of seats; empty for the other types. */
  readonly scores: readonly SeatScore[];
}

export interface ClaimedPoints {
  readonly inputs: readonly InputValue[];
  readonly points: string;
}

export interface SeatScore {
  readonly seat: number;
  readonly points: string;
  readonly dropped: TrimmedTotal['dropped'];
  /** What was taken off as the severity of the seat; absent where nothing is. */
  readonly severity?: string;
}

export interface WorkingSheet {
  readonly sheet: SheetCode;
  readonly totals: readonly SeatScore[];
  readonly kept: number;
  readonly mean: string;
  readonly exact: string;
}

export interface WorkingMaterial {
  readonly verifiedPoints: string;
  readonly judgedPoints: string;
  readonly bonus: string;
  readonly deduction: string;
  readonly total: string;
  readonly exact: string;
  /** The sum before the limits of 0 and 100, when they cut it; null otherwise. */
  readonly cutFrom: string | null;
}

export interface WorkingComposite {
  readonly weights: CompositeWeights;
  readonly material: string;
  readonly defence: string | null;
  readonly exact: string;
  readonly compared: string;
  readonly shown: string;
}

export interface WorkingStanding {
  readonly standing: number;
  readonly sharedWith: readonly string[];
  readonly decidedBy: TieStep | null;
  readonly result: Outcome['result'];
  readonly reason: Outcome['reason'];
}
