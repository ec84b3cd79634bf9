import { ChoiceField, DayField, TextareaField } from '../../../web/forms/fields.js';
import { CHANGE_KINDS, type ChangeKind } from '../../../rules/titles/change-duty.js';
import { CHANGE_ANSWERS, type ChangeAnswer } from '../changes/handle-change.js';

export class ReportChangeForm {
  @ChoiceField({
    label: 'awards.change.kind',
    values: CHANGE_KINDS,
    options: 'awards.change.kind',
  })
  kind!: ChangeKind;
  @DayField({ label: 'awards.change.happenedOn' })
  happenedOn!: string;
  @TextareaField({
    label: 'awards.change.text',
    hint: 'awards.change.text.hint',
    min: 5,
    max: 500,
    rows: 3,
  })
  text!: string;
}

export class HandleChangeForm {
  @ChoiceField({
    label: 'awards.change.answer',
    values: CHANGE_ANSWERS,
    options: 'awards.change.answer',
  })
  answer!: ChangeAnswer;
  @TextareaField({ label: 'awards.change.reply', min: 5, max: 500, rows: 2 })
  reply!: string;
}
