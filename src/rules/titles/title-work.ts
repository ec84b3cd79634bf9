import { type WorkingDayCalendar, addWorkingDays } from '../calendar/working-day-calendar.js';
import type { DueWork } from '../due-work.js';
import { LIMITS } from '../programme/limits.js';
import { RuleError } from '../rule-error.js';
import { type ReviewFacts, type ReviewProposal, reviewProposal } from './review-findings.js';
import { type RevocationFacts, wasHeard } from './revocation-steps.js';
import { type WarningFacts, notRepairedInTerm, repairedInTerm } from './warning-term.js';

interface OfTitle {
  readonly titleId: string;
  readonly subject: string;
}

/** Whatever is under way about titles; nothing that is over. */
export interface TitleWorkFacts {
  readonly reviews: readonly (ReviewFacts & OfTitle & { readonly dueOn: string })[];
  readonly warnings: readonly (WarningFacts & OfTitle)[];
  readonly revocations: readonly (RevocationFacts &
    OfTitle & {
      readonly statedOn: string | null;
      readonly decidedOn: string | null;
      readonly noticeId: string | null;
      readonly postedOn: string | null;
      readonly plaqueDueOn: string | null;
      readonly plaqueReturnedOn: string | null;
      readonly annulledOn: string | null;
      readonly annulmentNoticeId: string | null;
    })[];
  readonly changes: readonly { readonly subject: string; readonly reportedOn: string }[];
}

export type TitleWorkKind =
  | 'checkReview'
  | 'confirmReview'
  | 'warnTitle'
  | 'proposeRevocation'
  | 'decideCure'
  | 'decideRevocation'
  | 'postTitleNotice'
  | 'recallPlaque'
  | 'handleChange';

type Work = DueWork<TitleWorkKind>;

/** Who is next with each title, and by when. */
export function titleWork(
  facts: TitleWorkFacts,
  calendar: WorkingDayCalendar,
  today: string,
): readonly Work[] {
  const after = (day: string, days: number) => countedOn(calendar, day, days);
  const { reviews, warnings, revocations, changes } = facts;
  const ending = new Set(
    revocations.filter(({ postedOn }) => postedOn === null).map(({ titleId }) => titleId),
  );
  const free = <One extends OfTitle>(rows: readonly One[]) =>
    rows.filter(({ titleId }) => !ending.has(titleId));
  return [
    ...free(reviews).map((one): Work => {
      const { dueOn, subject } = one;
      return { ...REVIEW_WORK[reviewProposal(one)], dueOn, subject, href: page(one) };
    }),
    ...free(warnings).flatMap((one) => warningWork(one, after, today)),
    ...revocations.flatMap((one) => revocationWork(one, after, today)),
    ...changes.map(({ subject, reportedOn }): Work => ({
      kind: 'handleChange',
      owner: 'CityRegistrar',
      dueOn: after(reportedOn, LIMITS.changeHandle),
      subject,
      href: '/office/titles/changes',
    })),
  ];
}

type After = (day: string, days: number) => string | null;

const REVIEW_WORK: Readonly<Record<ReviewProposal, Pick<Work, 'kind' | 'owner'>>> = {
  check: { kind: 'checkReview', owner: 'Verifier' },
  confirm: { kind: 'confirmReview', owner: 'CityRegistrar' },
  warn: { kind: 'warnTitle', owner: 'Approver' },
  revoke: { kind: 'proposeRevocation', owner: 'CityRegistrar' },
};

const page = ({ titleId }: OfTitle) => `/office/titles/${titleId}`;

function warningWork(
  warning: TitleWorkFacts['warnings'][number],
  after: After,
  today: string,
): readonly Work[] {
  const { subject, termEndsOn } = warning;
  const href = page(warning);
  if (repairedInTerm(warning) || warning.cureFiledOn !== null) {
    const filedOn = warning.cureFiledOn ?? warning.returnFiledOn ?? termEndsOn;
    const dueOn = after(filedOn, LIMITS.titleRestore);
    return [{ kind: 'decideCure', owner: 'Approver', dueOn, subject, href }];
  }
  if (!notRepairedInTerm(warning, today)) return [];
  const dueOn = after(termEndsOn, LIMITS.titleRevoke);
  return [{ kind: 'proposeRevocation', owner: 'CityRegistrar', dueOn, subject, href }];
}

function revocationWork(
  one: TitleWorkFacts['revocations'][number],
  after: After,
  today: string,
): readonly Work[] {
  const { subject } = one;
  const heardOn = one.statedOn ?? one.statementDueOn;
  if (one.decision === null) {
    if (!wasHeard(one, today)) return [];
    const dueOn = after(heardOn, LIMITS.titleRevoke);
    return [{ kind: 'decideRevocation', owner: 'Approver', dueOn, subject, href: page(one) }];
  }
  const posting = (noticeId: string | null, dueOn: string | null): Work => ({
    kind: 'postTitleNotice',
    owner: 'Publisher',
    dueOn,
    subject,
    href: `/office/notices/${noticeId}`,
  });
  if (one.postedOn === null) return [posting(one.noticeId, after(heardOn, LIMITS.titleRevoke))];
  const { plaqueDueOn: dueOn } = one;
  return [
    ...(one.annulmentNoticeId && one.annulledOn
      ? [posting(one.annulmentNoticeId, after(one.annulledOn, LIMITS.titleAnnulled))]
      : []),
    ...(one.plaqueReturnedOn === null
      ? [{ kind: 'recallPlaque', owner: 'CityRegistrar', dueOn, subject, href: page(one) } as const]
      : []),
  ];
}

/** A span over a year without its working days is not guessed. */
export function countedOn(calendar: WorkingDayCalendar, day: string, days: number): string | null {
  try {
    return addWorkingDays(calendar, day, days);
  } catch (error) {
    if (error instanceof RuleError) return null;
    throw error;
  }
}
