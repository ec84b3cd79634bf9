import { TextareaField } from '../../web/forms/fields.js';

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
