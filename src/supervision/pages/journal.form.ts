import { TextField, TextareaField } from '../../web/forms/fields.js';

/** Checkpoints as somebody kept them, to hold the journal to. */
export class CheckpointForm {
  @TextareaField({
    label: 'supervision.journal.checkpoints',
    hint: 'supervision.journal.checkpoints.hint',
    max: 20_000,
    required: false,
  })
  checkpoints!: string | null;
}

/** What to look for; an empty field asks for everything. */
export class JournalSearch {
  @TextField({ label: 'supervision.journal.event', max: 60, required: false })
  event!: string | null;
  @TextField({ label: 'supervision.journal.role', max: 40, required: false })
  role!: string | null;
  @TextField({ label: 'supervision.journal.programme', max: 20, required: false })
  programme!: string | null;
  @TextField({ label: 'supervision.journal.subject', max: 40, required: false, input: 'search' })
  subject!: string | null;
  @TextField({ label: 'supervision.journal.before', max: 10, required: false })
  before!: string | null;
}
