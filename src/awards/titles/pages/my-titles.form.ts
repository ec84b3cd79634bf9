import { TextareaField } from '../../../web/forms/fields.js';

export class CureForm {
  @TextareaField({
    label: 'awards.cure.text',
    hint: 'awards.cure.text.hint',
    min: 10,
    max: 1000,
    rows: 5,
  })
  cure!: string;
}

export class CaseForm {
  @TextareaField({
    label: 'awards.case.text',
    hint: 'awards.case.text.hint',
    min: 10,
    max: 2000,
    rows: 6,
  })
  statement!: string;
}
