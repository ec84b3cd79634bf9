import type { RuleText } from './rule-text.js';
import type { Scoring } from './scoring.js';

/** `A` computed from verified figures, `E` expert band score, `V` verifier checklist. */
export type IndicatorType = 'A' | 'E' | 'V';

/** A judge's sheet on which an `E` indicator is scored, and trimmed with its own total. */
export type SheetCode = 'material' | 'insideDefence' | 'defence';

export interface Indicator {
  readonly code: string;
  readonly name: RuleText;
  /** Hundredths of a point. */
  readonly weight: number;
  readonly type: IndicatorType;
  readonly sheet: SheetCode;
  /** When true, a programme may leave it out for an application; its weight then moves inside the dimension. */
  readonly notApplicableAllowed: boolean;
  readonly scoring: Scoring;
}
