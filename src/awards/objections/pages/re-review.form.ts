import { GROUND_NUMBERS, type GroundNumber } from '../../../rules/rounds/conflict-grounds.js';
import { ChoiceField, DayField, TextField, TextareaField } from '../../../web/forms/fields.js';

/** Codes of indicators and keys of figures are data: the use case checks them. */
export class AppointForm {
  @TextField({
    label: 'awards.reReview.indicators',
    hint: 'awards.reReview.indicators.hint',
    required: false,
    max: 20,
  })
  indicators!: unknown;
  @TextField({
    label: 'awards.reReview.figures',
    hint: 'awards.reReview.figures.hint',
    required: false,
    max: 80,
  })
  figures!: unknown;
  @ChoiceField({
    label: 'awards.reReview.medium',
    values: ['screen', 'paper'],
    options: 'awards.reReview.medium',
  })
  medium!: 'screen' | 'paper';
  @DayField({ label: 'awards.reReview.closesOn' })
  closesOn!: string;
}

export class ReplaceForm {
  @TextField({ label: 'awards.reReview.other', max: 20 })
  expertId!: string;
}

export class ExcuseForm {
  @TextField({ label: 'awards.reReview.excused', max: 20 })
  sheetId!: string;
  @TextareaField({ label: 'awards.reReview.excuseReason', min: 4, max: 300, rows: 2 })
  reason!: string;
}

/** Names a signed sheet that should not count, and the ground of the catalogue. */
export class VoidForm {
  @TextField({ label: 'awards.reReview.voided', max: 20 })
  signedSheetId!: string;
  @ChoiceField({ label: 'judging.removal.ground', values: GROUND_NUMBERS })
  ground!: GroundNumber;
  @TextareaField({ label: 'judging.removal.facts', min: 4, max: 500, rows: 2 })
  facts!: string;
}

export class OpinionForm {
  @TextareaField({
    label: 'awards.reReview.opinion',
    hint: 'awards.reReview.opinion.hint',
    min: 20,
    max: 500,
    rows: 4,
  })
  opinion!: string;
}
