import type {
  DiagnosedApplication,
  DiagnosedSeat,
  LockedRound,
  SignalNoteRow,
} from '../../judging/diagnostics/diagnostics.queries.js';
import type { JudgeExamination } from '../../rules/diagnostics/examine-judges.js';
import type { JudgeSignal } from '../../rules/diagnostics/judge-signal.js';

/** What the page about one signal is drawn from. */
export interface SignalRows {
  readonly round: LockedRound;
  readonly examination: JudgeExamination;
  readonly signal: JudgeSignal;
  readonly seats: readonly DiagnosedSeat[];
  readonly applications: readonly DiagnosedApplication[];
  readonly notes: readonly SignalNoteRow[];
}
