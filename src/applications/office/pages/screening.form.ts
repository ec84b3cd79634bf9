import {
  ChoiceField,
  DayField,
  PickedField,
  TextField,
  TextareaField,
} from '../../../web/forms/fields.js';

/** Several rules found clear in one source on one day. */
export class ClearChecksForm {
  @PickedField({ label: 'review.veto.rules', hint: 'review.veto.rules.hint' })
  rules!: string[];
  @TextField({ label: 'review.veto.source', hint: 'review.veto.source.hint', min: 2, max: 60 })
  clearSource!: string;
  @DayField({ label: 'review.veto.asOf' })
  clearAsOf!: string;
}

/** One rule with what was found. */
export class VetoCheckForm {
  @TextField({ label: 'review.veto.rule', max: 4 })
  rule!: string;
  @ChoiceField({
    label: 'review.veto.result',
    hint: 'review.veto.result.hint',
    values: ['Clear', 'Flag', 'Hit', 'Unavailable'],
    options: 'veto.result',
  })
  result!: 'Clear' | 'Flag' | 'Hit' | 'Unavailable';
  @TextField({ label: 'review.veto.source', min: 2, max: 60 })
  source!: string;
  @DayField({ label: 'review.veto.asOf' })
  asOf!: string;
  @DayField({ label: 'review.veto.decidedOn', hint: 'review.veto.decidedOn.hint', required: false })
  decidedOn!: string | null;
  @DayField({ label: 'review.veto.clearedOn', hint: 'review.veto.clearedOn.hint', required: false })
  clearedOn!: string | null;
  @TextareaField({ label: 'review.veto.note', required: false, max: 500, rows: 3 })
  note!: string | null;
}

export class ScreeningForm {
  @ChoiceField({
    label: 'review.screening.result',
    values: ['in', 'out'],
    options: 'review.screening',
  })
  decision!: 'in' | 'out';
  @TextareaField({
    label: 'review.screening.reason',
    hint: 'review.screening.out.hint',
    required: false,
    min: 10,
    max: 500,
    rows: 3,
  })
  reason!: string | null;
  @TextareaField({ label: 'review.screening.basis', required: false, max: 500, rows: 2 })
  basis!: string | null;
  @TextareaField({ label: 'review.screening.remedy', required: false, max: 500, rows: 2 })
  remedy!: string | null;
}
