import { TextField } from '../../../web/forms/fields.js';

export class ReserveNumberForm {
  @TextField({
    label: 'awards.notice.documentNumber',
    hint: 'awards.numbers.documentNumber.hint',
    max: 40,
  })
  documentNumber!: string;
  @TextField({
    label: 'awards.numbers.purpose',
    hint: 'awards.numbers.purpose.hint',
    min: 4,
    max: 120,
  })
  purpose!: string;
  @TextField({
    label: 'awards.notice.numberReason',
    hint: 'awards.notice.numberReason.hint',
    required: false,
    max: 100,
  })
  numberReason!: string | null;
}
