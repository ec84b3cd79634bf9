import type { Figures } from './figures.js';
import type { JudgeSheet } from './judge-sheet.js';

/** What a score is computed from, whether figures or their points are at hand. */
interface RecordParts {
  readonly receiptNumber: string;
  readonly division: string;
  /** Same text for merchants tied to each other; null when there is no related merchant. */
  readonly relatedGroup: string | null;
  /** Signed and valid sheets only: a voided sheet never enters a calculation. */
  readonly sheets: readonly JudgeSheet[];
  readonly bonuses: readonly Adjustment[];
  readonly deductions: readonly Adjustment[];
  /** Two people noted that nobody came to the defence, where the rules give 0 for that; left out otherwise. */
  readonly absentFromDefence?: true;
}

/** Everything about one application that its score is computed from. */
export interface ApplicationRecord extends RecordParts {
  readonly figures: Figures;
}

/** The same as it may be published: what the figures give, and none of the figures. */
export interface PublishedRecord extends RecordParts {
  readonly verified: VerifiedPoints;
}

export interface VerifiedPoints {
  /** Codes of indicators left out for this application, where the rules allow it. */
  readonly notApplicable: readonly string[];
  /** Points of each computed indicator, in hundredths. */
  readonly points: Readonly<Record<string, number>>;
}

export type ScorableRecord = ApplicationRecord | PublishedRecord;

/** One item with its evidence; points in hundredths, above zero. */
export interface Adjustment {
  readonly reason: string;
  readonly evidence: string;
  readonly points: number;
}
