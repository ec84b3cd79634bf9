import { ChoiceField, DayField, TextField, TextareaField } from '../../../web/forms/fields.js';
import {
  COMPLAINTS,
  type Complaints,
  ELIGIBILITIES,
  type Eligibility,
} from '../../../rules/titles/review-findings.js';
import {
  REVOCATION_DECISIONS,
  type RevocationDecision,
} from '../../../rules/titles/revocation-steps.js';
import {
  REVIEW_VETOES,
  REVOCATION_GROUNDS,
  type ReviewTrigger,
  type ReviewVeto,
  type RevocationGround,
  SPECIAL_TRIGGERS,
  WARNING_GROUNDS,
  type WarningGround,
} from '../../../rules/titles/title-grounds.js';
import { CURE_DECISIONS, type CureDecision } from '../warnings/decide-cure.js';

/** Forms of one page: no two of them share the name of a field. */
export class OpenReviewForm {
  @ChoiceField({
    label: 'awards.review.trigger',
    values: SPECIAL_TRIGGERS,
    options: 'awards.review.trigger',
  })
  trigger!: Exclude<ReviewTrigger, 'yearly'>;
  @TextareaField({ label: 'awards.review.reason', min: 10, max: 500, rows: 3 })
  triggerReason!: string;
}

export class CheckForm {
  @DayField({ label: 'awards.review.asOf', hint: 'awards.review.asOf.hint' })
  creditAsOf!: string;
  @TextField({ label: 'awards.review.source', hint: 'awards.review.source.hint', min: 2, max: 60 })
  creditSource!: string;
  @ChoiceField({
    label: 'awards.review.hit',
    values: ['clear', ...REVIEW_VETOES],
    options: 'awards.review.hit',
  })
  creditHit!: 'clear' | ReviewVeto;
  @ChoiceField({
    label: 'awards.review.eligibility',
    values: ELIGIBILITIES,
    options: 'awards.review.eligibility',
  })
  eligibility!: Eligibility;
  @ChoiceField({
    label: 'awards.review.complaints',
    values: COMPLAINTS,
    options: 'awards.review.complaints',
  })
  complaints!: Complaints;
  @TextareaField({ label: 'awards.review.note', required: false, max: 500, rows: 2 })
  note!: string | null;
}

export class WarnForm {
  @ChoiceField({
    label: 'awards.warning.ground',
    values: WARNING_GROUNDS,
    options: 'awards.warning.ground',
  })
  warningGround!: WarningGround;
  @TextareaField({
    label: 'awards.warning.reason',
    hint: 'awards.warning.reason.hint',
    min: 10,
    max: 500,
    rows: 3,
  })
  warningReason!: string;
}

export class CureDecisionForm {
  @ChoiceField({
    label: 'awards.cure.decision',
    values: CURE_DECISIONS,
    options: 'awards.cure.decision',
  })
  cureDecision!: CureDecision;
  @TextareaField({ label: 'awards.cure.reason', min: 5, max: 500, rows: 3 })
  cureReason!: string;
}

export class ProposeForm {
  @ChoiceField({
    label: 'awards.revocation.ground',
    values: REVOCATION_GROUNDS,
    options: 'awards.revocation.ground',
  })
  ground!: RevocationGround;
  @TextareaField({
    label: 'awards.revocation.facts',
    hint: 'awards.revocation.facts.hint',
    min: 10,
    max: 1000,
    rows: 4,
  })
  facts!: string;
}

export class RevocationDecisionForm {
  @ChoiceField({
    label: 'awards.revocation.decision',
    values: REVOCATION_DECISIONS,
    options: 'awards.revocation.decision',
  })
  decision!: RevocationDecision;
  @TextareaField({ label: 'awards.revocation.reason', min: 10, max: 1000, rows: 4 })
  decisionReason!: string;
}

export class AnnulForm {
  @TextField({ label: 'awards.restoration.organ', min: 2, max: 60 })
  organ!: string;
  @TextField({ label: 'awards.restoration.number', min: 2, max: 60 })
  annulNumber!: string;
  @TextareaField({ label: 'awards.restoration.reason', min: 10, max: 1000, rows: 3 })
  annulReason!: string;
}

export class PlaqueForm {
  @DayField({ label: 'awards.plaque.day' })
  returnedOn!: string;
  @TextField({ label: 'awards.plaque.note', hint: 'awards.plaque.note.hint', min: 2, max: 200 })
  plaqueNote!: string;
}
