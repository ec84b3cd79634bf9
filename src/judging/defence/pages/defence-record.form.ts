import { ChoiceField, FlagField, TextareaField, WholeField } from '../../../web/forms/fields.js';

/** More than an hour over the time is a slip of the keyboard. */
const MOST_SECONDS = 3600;

export class DefenceRecordForm {
  @ChoiceField({
    label: 'judging.defence.attended',
    values: ['yes', 'no'],
    options: 'judging.defence.attended',
  })
  attended!: 'yes' | 'no';
  @WholeField({
    label: 'judging.defence.overtime',
    hint: 'judging.defence.overtime.hint',
    required: false,
    min: 0,
    max: MOST_SECONDS,
    unit: 'judging.defence.seconds',
  })
  overtimeSeconds!: number | null;
  @FlagField({ label: 'judging.defence.contradiction', required: false })
  contradiction!: boolean;
  @TextareaField({
    label: 'judging.defence.remark',
    hint: 'judging.defence.remark.hint',
    required: false,
    max: 300,
    rows: 3,
  })
  remark!: string | null;
}
