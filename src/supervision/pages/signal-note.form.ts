import {
  signalOutcomes,
  type SignalOutcome,
} from '../../judging/diagnostics/signal-note.entity.js';
import { ChoiceField, TextareaField } from '../../web/forms/fields.js';

export class SignalNoteForm {
  @ChoiceField({
    label: 'supervision.signal.outcome',
    values: signalOutcomes,
    options: 'diagnostics.outcome',
  })
  outcome!: SignalOutcome;
  @TextareaField({
    label: 'supervision.signal.note',
    hint: 'supervision.signal.note.hint',
    min: 4,
    max: 1000,
    rows: 4,
  })
  note!: string;
}
