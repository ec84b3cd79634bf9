import { DayField, TextField } from '../../../web/forms/fields.js';

/** The same rules found clear for several applications in one source on one day. */
export class CreditForm {
  /** Which applications and rules there are is data of the programme; the use case checks them. */
  @TextField({
    label: 'review.credit.applications',
    hint: 'review.credit.applications.hint',
    required: false,
  })
  applications!: string | null;
  @TextField({ label: 'review.veto.rules', hint: 'review.credit.rules.hint', required: false })
  rules!: string | null;
  @TextField({ label: 'review.veto.source', hint: 'review.veto.source.hint', min: 2, max: 60 })
  source!: string;
  @DayField({ label: 'review.veto.asOf' })
  asOf!: string;
}
