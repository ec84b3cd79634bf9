import { TextareaField } from '../../../web/forms/fields.js';

export class ReturnRankingForm {
  @TextareaField({
    label: 'review.ranking.reason',
    hint: 'review.ranking.reason.hint',
    min: 10,
    max: 500,
  })
  reason!: string;
}
