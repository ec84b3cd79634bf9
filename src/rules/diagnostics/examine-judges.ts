import type { Progress } from '../progress.js';
import { type DiagnosticsOptions, judgeDiagnostics } from './judge-diagnostics.js';
import type { JudgeSignal } from './judge-signal.js';
import { compareSheets, type ScoreSheetEvidence } from './score-sheet-evidence.js';

/** The signed sheets of one locked round, and when it was locked: a later lock is examined anew. */
export interface RoundEvidence {
  readonly lockedAt: string;
  readonly options: DiagnosticsOptions;
  readonly sheets: readonly ScoreSheetEvidence[];
}

/** What a reader is shown of a sheet behind a signal. */
export interface ExaminedSheet {
  readonly id: string;
  readonly judge: string;
  readonly entry: string;
  readonly total: number;
  readonly othersMean: number | null;
  readonly order: number | null;
  readonly readingSeconds: number | null;
  readonly documentCharacters: number | null;
}

export interface JudgeExamination {
  readonly lockedAt: string;
  readonly signals: readonly JudgeSignal[];
  readonly sheets: readonly ExaminedSheet[];
}

/**
 * All signals of a round's judges with the sheets they rest on.
 *
 * @throws RuleError as `judgeDiagnostics`.
 */
export function examineJudges(evidence: RoundEvidence, report: Progress): JudgeExamination {
  const { lockedAt, options, sheets } = evidence;
  const signals = judgeDiagnostics(sheets, options, report);
  const compared = [...compareSheets(sheets).values()].flat();
  return {
    lockedAt,
    signals,
    sheets: compared.map((sheet) => ({
      id: sheet.id,
      judge: sheet.judge,
      entry: sheet.entry,
      total: sheet.total,
      othersMean: sheet.othersMean,
      order: sheet.order ?? null,
      readingSeconds: sheet.readingSeconds ?? null,
      documentCharacters: sheet.documentCharacters ?? null,
    })),
  };
}
