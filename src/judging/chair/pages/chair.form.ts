import { MINUTE_KINDS, type MinuteKind } from '../../../rules/rounds/panel-minutes.js';
import { ChoiceField, TextareaField, WholeField } from '../../../web/forms/fields.js';

export class MinuteForm {
  @ChoiceField({
    label: 'judging.chair.kind',
    values: MINUTE_KINDS,
    options: 'judging.chair.kind',
  })
  kind!: MinuteKind;
  @TextareaField({
    label: 'judging.chair.text',
    hint: 'judging.chair.text.hint',
    min: 4,
    max: 1000,
    rows: 3,
  })
  text!: string;
}

export class AnswerForm {
  @WholeField({ label: 'judging.chair.number', min: 1, max: 10_000 })
  number!: number;
  @TextareaField({ label: 'judging.chair.answer', min: 2, max: 1000, rows: 3 })
  answer!: string;
}
