import { ChoiceField, TextField, TextareaField, WholeField } from '../../../web/forms/fields.js';

export class CorrectionForm {
  /** Any number of items; the list is data of the application, so the use case checks it. */
  @TextField({
    label: 'review.correction.items',
    hint: 'review.correction.items.hint',
    required: false,
  })
  items!: string | null;
  @TextareaField({
    label: 'review.correction.reason',
    hint: 'review.correction.reason.hint',
    min: 10,
    max: 500,
  })
  reason!: string;
}

export class OpinionForm {
  @ChoiceField({
    label: 'review.opinion.conclusion',
    values: ['recommend', 'decline'],
    options: 'review.conclusion',
  })
  conclusion!: 'recommend' | 'decline';
  @TextareaField({
    label: 'review.opinion.text',
    hint: 'review.opinion.text.hint',
    min: 20,
    max: 500,
  })
  opinion!: string;
  @WholeField({ label: 'review.version', min: 0 })
  version!: number;
}

export class SignatureForm {
  @ChoiceField({
    label: 'review.signature.conclusion',
    values: ['recommend', 'decline'],
    options: 'review.conclusion',
  })
  conclusion!: 'recommend' | 'decline';
  @TextareaField({
    label: 'review.signature.declineReason',
    hint: 'review.signature.declineReason.hint',
    required: false,
    min: 10,
    max: 500,
  })
  declineReason!: string | null;
  @WholeField({ label: 'review.version', min: 0 })
  version!: number;
}
