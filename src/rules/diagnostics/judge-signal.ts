import type { TieKind } from './score-sheet-evidence.js';

export const SIGNAL_KINDS = [
  'severity',
  'spread',
  'consistency',
  'straightLining',
  'copiedSheets',
  'oneHighAllLow',
  'favour',
  'drift',
  'haste',
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** Why a signal has no statistic or no p-value: a locale key. */
export type SignalReason =
  | 'diagnostics.undefined.tooFewSheets'
  | 'diagnostics.undefined.noVariation'
  | 'diagnostics.undefined.notRecorded';

/** One test of one judge, before the correction for many tests. */
export interface JudgeTest {
  readonly judge: string;
  /** The second judge of a pair. */
  readonly otherJudge?: string;
  readonly tie?: TieKind;
  readonly statistic: number | null;
  readonly pValue: number | null;
  readonly reason?: SignalReason;
  /** Ids of the sheets behind the statistic. */
  readonly sheets: readonly string[];
}

/** A hint for the supervisor, never a finding against a judge. */
export interface JudgeSignal extends JudgeTest {
  readonly kind: SignalKind;
  /** Corrected over all tests of the same kind. */
  readonly adjustedPValue: number | null;
}
