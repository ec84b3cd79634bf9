import { DayField, TextField } from '../../../web/forms/fields.js';

/** What is the same for all that are ticked; without a finding against any of them. */
export class BatchCheckForm {
  @DayField({ label: 'awards.review.asOf', hint: 'awards.review.asOf.hint' })
  creditAsOf!: string;
  @TextField({ label: 'awards.review.source', hint: 'awards.review.source.hint', min: 2, max: 60 })
  creditSource!: string;
}
