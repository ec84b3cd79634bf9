import { DayField, TextField, TextareaField, WholeField } from '../../web/forms/fields.js';

export class WorkingDayYearForm {
  @TextareaField({
    label: 'programmes.workingDays.holidays',
    hint: 'programmes.workingDays.list.hint',
    max: 4000,
    rows: 10,
  })
  holidays!: string;
  @TextareaField({
    label: 'programmes.workingDays.makeUpDays',
    hint: 'programmes.workingDays.list.hint',
    max: 4000,
    rows: 6,
    required: false,
  })
  makeUpDays!: string | null;
  @TextField({
    label: 'programmes.workingDays.source',
    hint: 'programmes.workingDays.source.hint',
    min: 4,
    max: 200,
  })
  source!: string;
  @TextareaField({
    label: 'programmes.workingDays.decision',
    hint: 'programmes.workingDays.decision.hint',
    max: 500,
    rows: 2,
    required: false,
  })
  decision!: string | null;
  /** Digest of the list of what moves that this person has seen. */
  @TextField({ label: 'programmes.workingDays.moves', max: 64, required: false })
  seen!: string | null;
  @WholeField({ label: 'programmes.version', min: 0 })
  version!: number;
}

export class YearForm {
  @WholeField({ label: 'programmes.workingDays.year', min: 2000, max: 2100 })
  year!: number;
}

export class DemoClockForm {
  @DayField({ label: 'programmes.demoClock.day', hint: 'programmes.demoClock.day.hint' })
  day!: string;
}
