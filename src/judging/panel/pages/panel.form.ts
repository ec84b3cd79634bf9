import {
  ChoiceField,
  FlagField,
  TextField,
  TextareaField,
  WholeField,
} from '../../../web/forms/fields.js';
import { type RemovalDecision, removalDecisions } from '../../../rules/lifecycle/removal-states.js';
import { GROUND_NUMBERS, type GroundNumber } from '../../../rules/rounds/conflict-grounds.js';
import { conflictDecisions } from '../../conflicts/decide-conflict.js';

export class SeatForm {
  @TextField({ label: 'judging.panel.category', max: 20 })
  categoryId!: string;
  @TextField({ label: 'judging.panel.expert', max: 20 })
  expertId!: string;
  @ChoiceField({
    label: 'judging.panel.place',
    values: ['member', 'chair', 'alternate'],
    options: 'judging.place',
  })
  place!: 'member' | 'chair' | 'alternate';
  @TextareaField({
    label: 'judging.panel.reason',
    hint: 'judging.panel.reason.hint',
    min: 4,
    max: 300,
    rows: 2,
  })
  reason!: string;
}

export class VacancyForm {
  @TextField({ label: 'judging.panel.seat', max: 20 })
  seatId!: string;
  @TextareaField({ label: 'judging.panel.vacateReason', min: 4, max: 300, rows: 2 })
  vacateReason!: string;
  @ChoiceField({
    label: 'judging.removal.ground',
    hint: 'judging.removal.ground.seatHint',
    values: GROUND_NUMBERS,
    required: false,
  })
  ground!: GroundNumber | null;
  @FlagField({ label: 'judging.panel.promote', required: false })
  promote!: boolean;
}

/** Names a sheet that should not count, and the ground of the catalogue. */
export class VoidingForm {
  @WholeField({ label: 'judging.round.seat', min: 1, max: 999 })
  seat!: number;
  @TextField({ label: 'judging.sheet.number', max: 10 })
  number!: string;
  @ChoiceField({ label: 'judging.removal.ground', values: GROUND_NUMBERS })
  ground!: GroundNumber;
  @TextareaField({ label: 'judging.removal.facts', min: 4, max: 500, rows: 2 })
  reason!: string;
}

export class RemovalDecisionForm {
  @ChoiceField({
    label: 'judging.removal.decision',
    values: removalDecisions,
    options: 'judging.removal.decide',
  })
  decision!: RemovalDecision;
  @TextareaField({ label: 'judging.conflicts.reason', min: 4, max: 500, rows: 2 })
  reason!: string;
}

export class DecisionForm {
  @ChoiceField({
    label: 'judging.conflicts.decision',
    values: conflictDecisions,
    options: 'judging.conflicts.decide',
  })
  decision!: (typeof conflictDecisions)[number];
  @TextareaField({ label: 'judging.conflicts.reason', min: 4, max: 500, rows: 2 })
  reason!: string;
}

/** Names a sheet by seat and number: the office does not open it. */
export class SheetNameForm {
  @WholeField({ label: 'judging.round.seat', min: 1, max: 999 })
  seat!: number;
  @TextField({ label: 'judging.sheet.number', max: 10 })
  number!: string;
  @TextareaField({ label: 'judging.conflicts.reason', min: 4, max: 500, rows: 2 })
  reason!: string;
}
