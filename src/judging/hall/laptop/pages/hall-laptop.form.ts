import { TextField, TextareaField } from '../../../../web/forms/fields.js';

export class ResultForm {
  /** Where a refusal of the file stands; the file itself is no text. */
  @TextField({ label: 'hall.laptop.file', max: 300, required: false })
  file!: string | null;
}

export class TakeOverForm {
  @TextField({ label: 'hall.laptop.file', max: 64 })
  hash!: string;
  @TextareaField({
    label: 'hall.laptop.why',
    hint: 'hall.laptop.why.hint',
    min: 6,
    max: 200,
    rows: 2,
  })
  reason!: string;
}
