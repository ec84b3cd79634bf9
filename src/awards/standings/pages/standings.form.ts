import { TextareaField } from '../../../web/forms/fields.js';

export class ComputeForm {
  @TextareaField({
    label: 'awards.lock.spreadNote',
    hint: 'awards.lock.spreadNote.hint',
    required: false,
    max: 1000,
    rows: 3,
  })
  spreadNote!: string | null;
}

export class UnlockForm {
  @TextareaField({ label: 'awards.unlock.reason', required: false, max: 1000, rows: 3 })
  reason!: string | null;
}

export class BallotForm {
  @TextareaField({ label: 'awards.ballot.minutes', min: 10, max: 2000, rows: 3 })
  minutes!: string;
}
