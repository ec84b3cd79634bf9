import type { Figures } from './figures.js';
import type { JudgeSheet } from './judge-sheet.js';

/** Everything about one application that its score is computed from. */
export interface ApplicationRecord {
  readonly receiptNumber: string;
  readonly division: string;
  /** Same text for merchants tied to each other; null when there is no related merchant. */
  readonly relatedGroup: string | null;
  readonly figures: Figures;
  /** Signed and valid sheets only: a voided sheet never enters a calculation. */
  readonly sheets: readonly JudgeSheet[];
  readonly bonuses: readonly Adjustment[];
  readonly deductions: readonly Adjustment[];
}

/** One item with its evidence; points in hundredths, above zero. */
export interface Adjustment {
  readonly reason: string;
  readonly evidence: string;
  readonly points: number;
}
