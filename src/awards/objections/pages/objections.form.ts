import {
  ChoiceField,
  DayField,
  TextField,
  TextareaField,
  WholeField,
} from '../../../web/forms/fields.js';
import { type Channel, channels } from '../enter-objection.js';
import { type Finding, findings } from '../decide-objection.js';

export class ObjectionForm {
  @TextField({ label: 'awards.objection.notice', max: 20 })
  notice!: string;
  @TextField({
    label: 'awards.objection.against',
    hint: 'awards.objection.against.hint',
    required: false,
    max: 20,
  })
  applicationId!: string | null;
  @ChoiceField({
    label: 'awards.objection.identity',
    values: ['unit', 'person', 'anonymous'],
    options: 'awards.objection.identity',
  })
  identityKind!: 'unit' | 'person' | 'anonymous';
  @TextField({
    label: 'awards.objection.nameLabel',
    hint: 'awards.objection.nameLabel.hint',
    required: false,
    max: 60,
  })
  name!: string | null;
  @TextField({
    label: 'awards.objection.telephoneLabel',
    hint: 'awards.objection.telephone.hint',
    required: false,
    max: 30,
    input: 'tel',
  })
  telephone!: string | null;
  @TextareaField({
    label: 'awards.objection.substance',
    hint: 'awards.objection.substance.hint',
    min: 20,
    max: 4000,
    rows: 8,
  })
  substance!: string;
}

/** What came another way than through the site, as the office enters it. */
export class EntryForm extends ObjectionForm {
  @ChoiceField({
    label: 'awards.enter.channel',
    values: channels,
    options: 'awards.enter.channel',
  })
  channel!: Channel;
  @DayField({ label: 'awards.enter.receivedOn', hint: 'awards.enter.receivedOn.hint' })
  receivedOn!: string;
}

export class FollowForm {
  @TextField({ label: 'awards.objection.receipt', max: 20 })
  receiptNumber!: string;
  @TextField({ label: 'awards.objection.code', max: 20 })
  code!: string;
}

export class AdditionForm extends FollowForm {
  @TextareaField({
    label: 'awards.objection.addNote',
    hint: 'awards.objection.addNote.hint',
    required: false,
    max: 2000,
    rows: 4,
  })
  note!: string | null;
}

export class LostCodeForm {
  @TextField({ label: 'awards.objection.lostMobile', max: 20, input: 'tel', autocomplete: 'tel' })
  mobile!: string;
}

class Versioned {
  @WholeField({ label: 'awards.field.version', min: 1 })
  version!: number;
}

export class AcceptForm extends Versioned {
  @ChoiceField({
    label: 'awards.objection.admission',
    values: ['accept', 'refuse'],
    options: 'awards.objection.admission',
  })
  admission!: 'accept' | 'refuse';
  @TextareaField({ label: 'awards.objection.refusalReason', required: false, max: 2000, rows: 3 })
  reason!: string | null;
}

export class DecisionForm extends Versioned {
  @ChoiceField({
    label: 'awards.objection.finding',
    values: findings,
    options: 'awards.objection.finding',
  })
  finding!: Finding;
  @TextareaField({ label: 'awards.objection.decisionReason', min: 10, max: 4000, rows: 5 })
  reason!: string;
  @TextareaField({ label: 'awards.objection.reply', min: 10, max: 4000, rows: 5 })
  reply!: string;
  /** Ids of experts, which are data: the use case checks them. */
  @TextField({ label: 'awards.objection.experts', required: false, max: 20 })
  reReviewers!: unknown;
}

export class ExtendForm extends Versioned {
  @TextareaField({ label: 'awards.objection.extension', min: 10, max: 1000, rows: 3 })
  extension!: string;
}

export class AnswerForm {
  @TextareaField({ label: 'awards.objection.answer', min: 10, max: 4000, rows: 6 })
  answer!: string;
}
