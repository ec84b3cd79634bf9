import { ATTENDANCES, type Attendance } from '../../../rules/hall/attendance.js';
import { CLOCK_ACTS, type ClockActKind } from '../../../rules/hall/hall-clock.js';
import { LATE_KINDS, type LateKind } from '../../../rules/hall/late-clock.js';
import { ChoiceField, DayField, TextField, TextareaField } from '../../../web/forms/fields.js';

export class OrderWitnessForm {
  @TextField({
    label: 'judging.draw.witness',
    hint: 'judging.draw.witness.hint',
    min: 6,
    max: 60,
  })
  witness!: string;
}

export class AttendanceForm {
  @ChoiceField({
    label: 'hall.attendance',
    values: ATTENDANCES,
    options: 'hall.attendance.is',
  })
  attendance!: Attendance;
  @TextField({
    label: 'hall.attendance.speaker',
    hint: 'hall.attendance.speaker.hint',
    required: false,
    max: 20,
  })
  speaker!: string | null;
  @TextareaField({
    label: 'hall.attendance.note',
    hint: 'hall.attendance.note.hint',
    required: false,
    max: 200,
    rows: 2,
  })
  note!: string | null;
}

export class ClockForm {
  @ChoiceField({ label: 'hall.clock.act', values: CLOCK_ACTS, options: 'hall.clock.do' })
  kind!: ClockActKind;
  @TextField({
    label: 'hall.clock.reason',
    hint: 'hall.clock.reason.hint',
    required: false,
    max: 60,
  })
  reason!: string | null;
}

export class LateTimesForm {
  @ChoiceField({ label: 'hall.late.kind', values: LATE_KINDS, options: 'hall.late.kind' })
  kind!: LateKind;
  @DayField({ label: 'hall.late.day' })
  day!: string;
  @TextField({ label: 'hall.late.from', hint: 'hall.late.from.hint', max: 8 })
  from!: string;
  @TextField({ label: 'hall.late.to', hint: 'hall.late.to.hint', required: false, max: 8 })
  to!: string | null;
  @TextareaField({
    label: 'hall.late.why',
    hint: 'hall.late.why.hint',
    max: 200,
    rows: 2,
  })
  reason!: string;
}

export class LateDecisionForm {
  @ChoiceField({
    label: 'hall.late.decision',
    values: ['accept', 'decline'],
    options: 'hall.late.decide',
  })
  decision!: 'accept' | 'decline';
}
