import { TextField, TextareaField } from '../../../web/forms/fields.js';

export class TakeoverForm {
  @TextField({ label: 'lists.edition', max: 20 })
  programmeId!: string;
  @TextField({ label: 'review.takeover.ownerLabel', hint: 'review.takeover.ownerHint', max: 20 })
  ownerId!: string;
  @TextareaField({
    label: 'review.takeover.reason',
    hint: 'review.takeover.reasonHint',
    min: 10,
    max: 500,
    rows: 3,
  })
  reason!: string;
}
