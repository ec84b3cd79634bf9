import {
  ChoiceField,
  HundredthsField,
  TextField,
  TextareaField,
} from '../../../web/forms/fields.js';

export class AdjustmentForm {
  @ChoiceField({
    label: 'review.adjustment.kind',
    values: ['bonus', 'deduction'],
    options: 'review.adjustment',
  })
  kind!: 'bonus' | 'deduction';
  @HundredthsField({
    label: 'review.adjustment.points',
    min: 1,
    max: 10_00,
    unit: 'forms.unit.points',
  })
  points!: number;
  @TextareaField({ label: 'review.adjustment.reason', min: 10, max: 500, rows: 3 })
  reason!: string;
  /** One of the application's files; the use case checks which. */
  @TextField({ label: 'review.adjustment.evidence', hint: 'review.adjustment.evidence.hint' })
  evidenceId!: string;
}
