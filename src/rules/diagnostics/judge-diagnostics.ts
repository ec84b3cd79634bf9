import { type Progress, unheard } from '../progress.js';
import { adjustPValues } from './benjamini-hochberg.js';
import { copiedSheets } from './copied-sheets.js';
import { consistency } from './consistency.js';
import { drift } from './drift.js';
import { favour } from './favour.js';
import { haste } from './haste.js';
import type { JudgeSignal, JudgeTest, SignalKind } from './judge-signal.js';
import { SIGNAL_KINDS } from './judge-signal.js';
import { oneHighAllLow } from './one-high-all-low.js';
import type { ScoreSheetEvidence, SheetsByJudge } from './score-sheet-evidence.js';
import { compareSheets } from './score-sheet-evidence.js';
import { severity } from './severity.js';
import { spread } from './spread.js';
import { straightLining } from './straight-lining.js';

export interface DiagnosticsOptions {
  /** Nobody reads a file faster than this; sheets above it are listed under haste. */
  readonly fastestCharactersPerMinute: number;
}

/**
 * Every signal of every judge with its statistic, its p-value corrected within its kind (Benjamini &
 * Hochberg 1995) and the sheets behind it. Signals are ordered by kind, then by judge.
 *
 * @throws RuleError as `compareSheets`.
 */
export function judgeDiagnostics(
  sheets: readonly ScoreSheetEvidence[],
  options: DiagnosticsOptions,
  report: Progress = unheard,
): readonly JudgeSignal[] {
  const byJudge = compareSheets(sheets);
  return SIGNAL_KINDS.flatMap((kind, done) => {
    report(done, SIGNAL_KINDS.length);
    const tests = TESTS[kind](byJudge, options);
    const adjusted = adjustPValues(tests.map(({ pValue }) => pValue));
    return tests.map((test, index) => ({ kind, ...test, adjustedPValue: adjusted[index]! }));
  });
}

const TESTS: Readonly<
  Record<SignalKind, (sheets: SheetsByJudge, options: DiagnosticsOptions) => readonly JudgeTest[]>
> = {
  severity,
  spread,
  consistency,
  straightLining,
  copiedSheets,
  oneHighAllLow,
  favour,
  drift,
  haste: (sheets, { fastestCharactersPerMinute }) => haste(sheets, fastestCharactersPerMinute),
};
