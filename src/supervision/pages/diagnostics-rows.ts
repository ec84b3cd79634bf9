import type {
  DiagnosedSeat,
  SignalNoteRow,
} from '../../judging/diagnostics/diagnostics.queries.js';
import type { RoundDiagnostics } from '../../judging/diagnostics/read-diagnostics.js';

/** What the page about the judges of a programme is drawn from. */
export interface DiagnosticsRows {
  readonly found: readonly RoundDiagnostics[];
  readonly seats: readonly DiagnosedSeat[];
  readonly notes: readonly SignalNoteRow[];
  readonly page: number;
}
