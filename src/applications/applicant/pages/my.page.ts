import type { SummaryList, TaskList } from '../../../web/component-models.js';
import type { Tone } from '../../../web/layout-model.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { formatDay, formatDayWeekday, formatInstant } from '../../../text/format.js';
import { workingDaysLeft } from '../../../rules/calendar/working-day-calendar.js';
import type { ApplicationState } from '../../../rules/lifecycle/application-states.js';
import type { ProgrammeState } from '../../../rules/lifecycle/programme-states.js';
import { isPublished, stateForApplicant } from '../../../rules/lifecycle/state-for-applicant.js';
import type { ApplicationRow } from '../applicant.queries.js';
import type { MyRows } from './my-rows.js';
import { draftKeyOf } from './hand-in-again.page.js';
import { categoryName } from './form-frame.js';
import { dataYear, editionLinks } from './edition-links.js';
import { type FirstAct, START, firstAct } from './first-act.js';
import { type InboxLine, inboxLines } from './inbox-lines.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/my': MyPage;
  }
}

export interface MyPage extends PageFrame {
  readonly name: string;
  /** The first thing to do, most urgent first; null when nothing waits for the merchant. */
  readonly act: FirstAct | null;
  readonly corrections: readonly {
    readonly title: string;
    readonly reason: string;
    readonly due: string;
    readonly href: string;
  }[];
  readonly programme: {
    readonly name: string;
    readonly phase: string;
    readonly deadline: {
      readonly text: string;
      readonly deadline: string;
      readonly now: string;
    } | null;
    /** Unless starting one is what is to be done now. */
    readonly more: boolean;
    readonly alsoOpen: readonly { readonly href: string; readonly text: string }[];
  } | null;
  readonly record: TaskList;
  /** The merchant was given a title. */
  readonly titled: boolean;
  readonly applications: readonly {
    readonly href: string;
    readonly name: string;
    readonly programme: string;
    readonly status: { readonly label: string; readonly tone: Tone };
    readonly next: string;
    readonly facts: SummaryList;
    readonly letter: string | null;
  }[];
  readonly messages: readonly InboxLine[];
}

/** What is open, what is missing, what happens next: one page for a merchant. */
export function myPage(rows: MyRows) {
  return (context: PageContext): MyPage => {
    const { t } = context;
    return {
      title: t('applications.my.title'),
      breadcrumbs: [],
      name: rows.register?.merchant.name ?? t('applications.my.newAccount'),
      act: firstAct(rows, context),
      corrections: rows.corrections.map((correction) => ({
        title: t('applications.my.correction'),
        reason: correction.reason,
        due: t('applications.my.correctionDue', {
          day: formatDayWeekday(context.lang, correction.dueOn),
          days: workingDaysLeft(rows.calendar, context.now, correction.dueOn),
        }),
        href: `/my/applications/${correction.applicationId}`,
      })),
      programme: programmeOf(rows, context),
      record: recordOf(rows, context),
      titled: rows.titled,
      applications: rows.applications.map((row) => applicationOf(row, rows, context)),
      messages: inboxLines(rows.messages, context),
    };
  };
}

function programmeOf(rows: MyRows, context: PageContext): MyPage['programme'] {
  const { programme, window, register } = rows;
  const { t, lang, now } = context;
  if (!programme) return null;
  const day = window ? formatDayWeekday(lang, window.lastDay) : '';
  const days = window?.open ? workingDaysLeft(rows.calendar, context.now, window.lastDay) : null;
  return {
    name: programme.name,
    phase: t(`lifecycle.programme.${programme.state}`),
    deadline: window?.open
      ? {
          text: t('applications.my.deadline', { day, days, now: formatInstant(lang, now) }),
          deadline: window.closesAt,
          now,
        }
      : null,
    more: rows.mayStart && register !== null && firstAct(rows, context)?.href !== START,
    alsoOpen: register ? editionLinks(rows.alsoOpen, t) : [],
  };
}

function recordOf(rows: MyRows, { t, lang, now }: PageContext): TaskList {
  const { register } = rows;
  const done = { label: t('applications.my.done'), tone: 'good' } as const;
  const open = { label: t('applications.my.open'), tone: 'attention' } as const;
  const year = dataYear(rows, now);
  const task = (key: string, href: string | null, isDone: boolean, hint: string | null) => ({
    label: t(`applications.record.${key}`, { year }),
    href,
    hint,
    status: isDone ? done : open,
  });
  const filed = register?.returns.some((row) => row.year === year) ?? false;
  return {
    tasks: [
      task(
        'merchant',
        '/my/merchant',
        register !== null,
        register
          ? t('applications.record.founded', { day: formatDay(lang, register.merchant.foundedOn) })
          : t('applications.record.merchantHint'),
      ),
      task(
        'shops',
        register ? '/my/shops' : null,
        (register?.shops.length ?? 0) > 0,
        t('applications.record.shopCount', { count: register?.shops.length ?? 0 }),
      ),
      task(
        'return',
        register ? `/my/returns/${year}` : null,
        filed,
        t('applications.record.returnHint'),
      ),
    ],
  };
}

function applicationOf(row: ApplicationRow, rows: MyRows, context: PageContext) {
  const { t, lang } = context;
  const programme = rows.programmes.find(({ id }) => id === row.programmeId);
  const programmeState = programme?.state ?? 'Preparing';
  const state = stateForApplicant(row.state, programmeState);
  const hasLetter = isPublished(programmeState) && applicationIn.hasLetter.has(state);
  return {
    href: `/my/applications/${row.id}`,
    name: categoryName(row, context),
    programme: programme?.name ?? '',
    status: { label: t(`lifecycle.application.${state}`), tone: toneOf(state) },
    next: t(draftKeyOf(row, rows.openDrafts.has(row.id)) ?? nextKey(state, programmeState)),
    facts: {
      rows: [
        ...(row.receiptNumber
          ? [{ term: t('applications.receipt.number'), value: row.receiptNumber, action: null }]
          : []),
        ...(row.submittedAt
          ? [
              {
                term: t('applications.receipt.time'),
                value: formatInstant(lang, row.submittedAt),
                action: null,
              },
            ]
          : []),
      ],
    },
    letter: hasLetter ? `/my/applications/${row.id}/letter` : null,
  };
}

/** What follows for the applicant; a terminated programme ended the application, not a decision on it. */
export function nextKey(state: ApplicationState, programme: ProgrammeState): string {
  const ended = applicationIn.cancelled.has(state) && programmeIn.cancelled.has(programme);
  return `applications.next.${ended ? 'programmeTerminated' : state}`;
}

export function toneOf(state: ApplicationState): Tone {
  return tones[state] ?? 'active';
}

const tones: Readonly<Partial<Record<ApplicationState, Tone>>> = {
  Draft: 'neutral',
  CorrectionRequested: 'attention',
  UnderObjection: 'attention',
  Selected: 'good',
  NotRecommended: 'bad',
  ScreenedOut: 'bad',
  Cancelled: 'bad',
  NotProposed: 'neutral',
  Withdrawn: 'neutral',
};
