import type { Outcome } from '../ranking/outcomes.js';
import type { CommitteeBallot } from '../ranking/standings.js';
import type { ApplicationRecord, ScorableRecord } from '../scoring/application-record.js';
import type { CategoryCode, RuleSet } from '../scoring/rule-set.js';
import type { SheetCode } from '../scoring/indicator.js';

/** The first format carried verified figures; what was published with it stays and is verified as it is. */
export const BUNDLE_FORMATS = ['biaogan.results/1', 'biaogan.results/2'] as const;
export type BundleFormat = (typeof BUNDLE_FORMATS)[number];
export const BUNDLE_FORMAT: BundleFormat = 'biaogan.results/2';

/** What results are computed from; its hash is printed on the list. */
export interface ResultInputs {
  readonly programme: string;
  readonly ruleVersion: string;
  readonly ruleSet: RuleSet;
  readonly categories: readonly CategoryInputs<ScorableRecord>[];
}

/** A lock has the figures, a published bundle their points. */
export interface CategoryInputs<Kept extends ScorableRecord = ApplicationRecord> {
  readonly category: CategoryCode;
  readonly applications: readonly Kept[];
  readonly ballots: readonly CommitteeBallot[];
}

/** A published list with everything anyone needs to compute it again. Plain JSON. */
export interface ResultsBundle extends ResultInputs {
  readonly format: BundleFormat;
  readonly ruleSetHash: string;
  readonly inputHash: string;
  /** What was locked, so that a changed input can be named and not only detected. */
  readonly locked: readonly LockedCategory[];
  readonly list: readonly ListRow[];
  /** Decisions after the lock that made the list differ from the proposal. */
  readonly changes: readonly ListChange[];
}

export interface LockedCategory {
  readonly category: CategoryCode;
  readonly applications: readonly LockedApplication[];
}

/** Points in hundredths; scores as decimal text with six places. */
export interface LockedApplication {
  readonly receiptNumber: string;
  readonly recordHash: string;
  readonly indicatorPoints: Readonly<Record<string, number>>;
  readonly sheets: readonly LockedSheet[];
  readonly bonus: number;
  readonly deduction: number;
  readonly result: LockedResult | null;
}

/** Sums of the scores as signed, by seat and by indicator: together they locate one changed score. */
export interface LockedSheet {
  readonly sheet: SheetCode;
  readonly seatSums: Readonly<Record<string, number>>;
  readonly indicatorSums: Readonly<Record<string, number>>;
}

export interface LockedResult {
  readonly means: Readonly<Partial<Record<SheetCode, string>>>;
  readonly material: string;
  readonly composite: string;
  /** The exact composite in points, such as `10007/120`. */
  readonly compositeExact: string;
  readonly standing: number;
  readonly outcome: Outcome['result'];
  readonly reason: Outcome['reason'];
}

/** One row of the published list. */
export interface ListRow {
  readonly category: CategoryCode;
  readonly receiptNumber: string;
  readonly standing: number;
  readonly division: string;
  readonly merchant: string;
}

/** Removed after an upheld objection or a cancellation, or put in its place after a new notice. */
export interface ListChange {
  readonly category: CategoryCode;
  readonly receiptNumber: string;
  readonly change: 'removed' | 'substituted';
  readonly reason: string;
}
