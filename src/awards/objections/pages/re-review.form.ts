import { type Verdict, verdicts } from '../../../applications/figure.entity.js';
import {
  ChoiceField,
  HundredthsField,
  TextField,
  TextareaField,
} from '../../../web/forms/fields.js';

export class ReReviewForm {
  @TextareaField({
    label: 'awards.reReview.opinion',
    hint: 'awards.reReview.opinion.hint',
    min: 20,
    max: 500,
    rows: 4,
  })
  opinion!: string;
  /** Keys of figures and codes of indicators are data: the use case checks them. */
  @TextField({ label: 'awards.reReview.figure', required: false, max: 80 })
  figure!: string | null;
  @ChoiceField({
    label: 'awards.reReview.verdict',
    values: verdicts,
    options: 'review.verdict',
    required: false,
  })
  verdict!: Verdict | null;
  @TextField({
    label: 'awards.reReview.value',
    hint: 'awards.reReview.value.hint',
    required: false,
    max: 40,
  })
  value!: string | null;
  @TextField({ label: 'awards.reReview.indicator', required: false, max: 20 })
  indicator!: string | null;
  @HundredthsField({
    label: 'awards.reReview.expert1',
    required: false,
    min: 0,
    max: 10_000,
    unit: 'forms.unit.points',
  })
  expert1!: number | null;
  @HundredthsField({
    label: 'awards.reReview.expert2',
    required: false,
    min: 0,
    max: 10_000,
    unit: 'forms.unit.points',
  })
  expert2!: number | null;
  @HundredthsField({
    label: 'awards.reReview.expert3',
    required: false,
    min: 0,
    max: 10_000,
    unit: 'forms.unit.points',
  })
  expert3!: number | null;
  @HundredthsField({
    label: 'awards.reReview.expert4',
    required: false,
    min: 0,
    max: 10_000,
    unit: 'forms.unit.points',
  })
  expert4!: number | null;
  @HundredthsField({
    label: 'awards.reReview.expert5',
    required: false,
    min: 0,
    max: 10_000,
    unit: 'forms.unit.points',
  })
  expert5!: number | null;
}
