import { DayField, PickedField, TextField } from '../../../web/forms/fields.js';

/** The same rules found clear for several applications in one source on one day. */
export class CreditForm {
  @PickedField({
    label: 'review.credit.applications',
    hint: 'review.credit.applications.hint',
  })
  applications!: string[];
  @PickedField({ label: 'review.veto.rules', hint: 'review.credit.rules.hint' })
  rules!: string[];
  @TextField({ label: 'review.veto.source', hint: 'review.veto.source.hint', min: 2, max: 60 })
  source!: string;
  @DayField({ label: 'review.veto.asOf' })
  asOf!: string;
}
