import { titleIn } from '../../../rules/lifecycle/title-groups.js';
import { reviewProposal, warningGroundsFound } from '../../../rules/titles/review-findings.js';
import { wasHeard } from '../../../rules/titles/revocation-steps.js';
import { groundsFor } from '../../../rules/titles/title-grounds.js';
import { repairedInTerm } from '../../../rules/titles/warning-term.js';
import type { Role } from '../../../rules/lifecycle/roles.js';
import { type Actor, holds } from '../../../web/actor.js';
import { groundFacts } from '../revocations/ground-facts.js';
import type { RevocationRow } from '../revocations/title-revocation.queries.js';
import type { ReviewRow } from '../reviews/title-review.queries.js';
import type { TitleRow } from '../title.queries.js';
import type { WarningRow } from '../warnings/title-warning.queries.js';
import {
  AnnulForm,
  CheckForm,
  CureDecisionForm,
  OpenReviewForm,
  PlaqueForm,
  ProposeForm,
  RevocationDecisionForm,
  WarnForm,
} from './title-acts.form.js';

/** A title with everything that happened to it, the newest first. */
export interface TitleFile {
  readonly title: TitleRow;
  readonly reviews: readonly ReviewRow[];
  readonly warnings: readonly WarningRow[];
  readonly revocations: readonly RevocationRow[];
  /** A re-review after publication took the place away that the title rests on. */
  readonly placeLost: boolean;
  readonly today: string;
}

export type ActName =
  | 'reviews'
  | 'checks'
  | 'confirmation'
  | 'warnings'
  | 'reminders'
  | 'cures'
  | 'revocations'
  | 'decision'
  | 'annulment'
  | 'plaque';

interface Act {
  readonly role: Role;
  /** Null where a button is all. */
  readonly form: (new () => object) | null;
  readonly choices: Readonly<Record<string, (file: TitleFile) => readonly string[] | null>>;
  readonly dates: readonly string[];
  readonly texts: readonly string[];
  readonly areas: readonly string[];
  readonly open: (file: TitleFile, actor: Actor) => boolean;
}

const all = () => null;
const none = { choices: {}, dates: [], texts: [], areas: [] } as const;
const review = ({ reviews }: TitleFile) => reviews.find(({ outcome }) => outcome === null);
const warning = ({ warnings }: TitleFile) => warnings.find(({ ending }) => ending === null);
const proposed = ({ revocations }: TitleFile) =>
  revocations.find((one) => !one.postedOn && !one.lapsedOn && one.decision !== 'keep');
const standing = ({ revocations }: TitleFile) =>
  revocations.find((one) => one.postedOn && !one.restoredOn);
const grounds = ({ title, warnings, ...facts }: TitleFile) =>
  groundsFor(groundFacts(title.state, warnings, facts));
const other = (first: string | null, { accountId }: Actor) => first !== accountId;

/** What may be done with a title as it stands, by whom; the use cases decide again. */
export const ACTS: Readonly<Record<ActName, Act>> = {
  checks: {
    role: 'Verifier',
    form: CheckForm,
    choices: { creditHit: all, eligibility: all, complaints: all },
    dates: ['creditAsOf'],
    texts: ['creditSource'],
    areas: ['note'],
    open: (file) => review(file) !== undefined,
  },
  confirmation: {
    ...none,
    role: 'CityRegistrar',
    form: null,
    open: (file, actor) => {
      const one = review(file);
      return one !== undefined && reviewProposal(one) === 'confirm' && other(one.checkedBy, actor);
    },
  },
  warnings: {
    ...none,
    role: 'Approver',
    form: WarnForm,
    choices: { warningGround: (file) => (review(file) ? warningGroundsFound(review(file)!) : []) },
    areas: ['warningReason'],
    open: (file, actor) => {
      const one = review(file);
      return (
        one !== undefined && warningGroundsFound(one).length > 0 && other(one.checkedBy, actor)
      );
    },
  },
  cures: {
    ...none,
    role: 'Approver',
    form: CureDecisionForm,
    choices: { cureDecision: all },
    areas: ['cureReason'],
    open: (file) => {
      const one = warning(file);
      return one !== undefined && (one.cureFiledOn !== null || repairedInTerm(one));
    },
  },
  reminders: {
    ...none,
    role: 'CityRegistrar',
    form: null,
    open: (file) => {
      const one = warning(file);
      return one !== undefined && !repairedInTerm(one) && file.today <= one.termEndsOn;
    },
  },
  decision: {
    ...none,
    role: 'Approver',
    form: RevocationDecisionForm,
    choices: { decision: all },
    areas: ['decisionReason'],
    open: (file, actor) => {
      const one = proposed(file);
      return (
        one !== undefined &&
        one.decision === null &&
        wasHeard(one, file.today) &&
        other(one.proposedBy, actor)
      );
    },
  },
  plaque: {
    ...none,
    role: 'CityRegistrar',
    form: PlaqueForm,
    dates: ['returnedOn'],
    texts: ['plaqueNote'],
    open: (file) => standing(file)?.plaqueReturnedOn === null,
  },
  annulment: {
    ...none,
    role: 'Approver',
    form: AnnulForm,
    texts: ['organ', 'annulNumber'],
    areas: ['annulReason'],
    open: (file) => standing(file)?.annulmentNoticeId === null,
  },
  reviews: {
    ...none,
    role: 'CityRegistrar',
    form: OpenReviewForm,
    choices: { trigger: all },
    areas: ['triggerReason'],
    open: ({ title }) => titleIn.active.has(title.state),
  },
  revocations: {
    ...none,
    role: 'CityRegistrar',
    form: ProposeForm,
    choices: { ground: grounds },
    areas: ['facts'],
    open: (file) =>
      titleIn.alive.has(file.title.state) && !proposed(file) && grounds(file).length > 0,
  },
};

export function openActs(file: TitleFile, actor: Actor | null): readonly ActName[] {
  if (!actor) return [];
  return (Object.keys(ACTS) as ActName[]).filter(
    (name) => holds(actor, ACTS[name].role) && ACTS[name].open(file, actor),
  );
}
