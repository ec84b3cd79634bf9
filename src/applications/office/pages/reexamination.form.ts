import { ChoiceField, TextareaField } from '../../../web/forms/fields.js';

export class ReexaminationDecisionForm {
  @ChoiceField({
    label: 'review.reexamination.decision',
    values: ['accepted', 'refused'],
    options: 'review.reexamination',
  })
  decision!: 'accepted' | 'refused';
  @TextareaField({ label: 'review.reexamination.reply', min: 10, max: 500, rows: 3 })
  reply!: string;
}

export class ReexaminationRequestForm {
  @TextareaField({
    label: 'review.reexamination.statement',
    hint: 'review.reexamination.statement.hint',
    min: 20,
    max: 1000,
  })
  statement!: string;
}
