import { FlagField, TextField, TextareaField } from '../../../web/forms/fields.js';

export class MinutesForm {
  @TextareaField({
    label: 'awards.list.minutes',
    hint: 'awards.list.minutes.hint',
    min: 20,
    max: 4000,
    rows: 6,
  })
  minutes!: string;
  @FlagField({ label: 'awards.list.cutLineRead' })
  cutLineRead!: boolean;
}

export class StatementForm {
  @TextareaField({ label: 'awards.list.statement', min: 20, max: 4000, rows: 5 })
  statement!: string;
}

export class ApprovalForm {
  @TextareaField({ label: 'awards.list.approval', min: 10, max: 4000, rows: 4 })
  approval!: string;
}

export class CancelForm {
  @TextField({ label: 'awards.field.receipt', max: 20 })
  receiptNumber!: string;
  @TextField({ label: 'awards.cancel.ground', max: 20 })
  ground!: string;
  @TextareaField({ label: 'awards.cancel.reason', min: 10, max: 2000, rows: 3 })
  reason!: string;
  @FlagField({ label: 'awards.cancel.hearing' })
  hearing!: boolean;
}

/** A button alone. */
export class NoFields {}

export class CorrectionForm {
  @TextareaField({ label: 'awards.correct.minutes', min: 20, max: 1000, rows: 4 })
  correction!: string;
}
