import { type Policy, allows } from '../../web/access/policies.js';
import type { TaskList } from '../../web/component-models.js';
import { holds } from '../../web/actor.js';
import type { PageContext } from '../../web/page-context.js';
import type { OfficeTask, OfficeTaskCounts } from '../office-tasks.queries.js';
import type { DueWork } from '../../rules/due-work.js';
import { endsWithPhase } from '../../rules/term-work.js';
import { ownWork } from './due-work.page.js';
import { paperTasks } from './paper-tasks.js';
import { roundTasks, unsignedTasks } from './round-tasks.js';
import { standingTasks } from './standing-tasks.js';
import { type Turn, turnTasks } from './turn-tasks.js';
import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { beijingDate, daysBetween } from '../../rules/calendar/beijing-time.js';
import { formatDay } from '../../text/format.js';

interface TaskRoom {
  readonly task: OfficeTask;
  /** Who works it off. */
  readonly policy: Policy;
  readonly href: (programmeId: string) => string;
  /** Others work on it now; the reader looks after it. */
  readonly watched?: true;
}

/** Most pressing first. */
const TASKS: readonly TaskRoom[] = [
  { task: 'reReviews', policy: 'programme.prepare', href: () => '/office/objections' },
  { task: 'paperSheets', policy: 'standings.lock', href: () => '/office/re-review-sheets' },
  { task: 'vetoHits', policy: 'list.approve', href: (id) => `/office/lists/${id}` },
  {
    task: 'vetoFindings',
    policy: 'screen.confirm',
    href: () => '/office/screening?state=unread',
  },
  { task: 'vetoUnreachable', policy: 'screen', href: () => '/office/screening?state=unread' },
  {
    task: 'conflicts',
    policy: 'panel.seat',
    href: () => '/office/conflicts',
  },
  { task: 'removals', policy: 'removal.decide', href: () => '/office/removals' },
  { task: 'anchorsToPrepare', policy: 'anchor.prepare', href: (id) => `/office/anchors/${id}` },
  { task: 'anchorsToConfirm', policy: 'anchor.confirm', href: (id) => `/office/anchors/${id}` },
  {
    task: 'screenings',
    policy: 'screen',
    href: () => '/office/screening?state=Recommended',
  },
  {
    task: 'verifications',
    policy: 'verify',
    href: () => '/office/verification?state=ScreenedIn',
  },
  { task: 'creditQueries', policy: 'screen', href: (id) => `/office/credit/${id}?point=K2` },
  { task: 'newMerchants', policy: 'registry.edit', href: () => '/office/registry/new' },
  { task: 'doubtedReturns', policy: 'registry.edit', href: () => '/office/registry/doubts' },
  { task: 'noticeDrafts', policy: 'programme.publish', href: () => '/office/notices' },
  {
    task: 'missingReturns',
    policy: 'registry.edit',
    href: () => '/office/registry/completeness',
    watched: true,
  },
];

/** Counted once for the city, whichever edition is looked at. */
const OF_THE_CITY: ReadonlySet<OfficeTask> = new Set<OfficeTask>([
  'newMerchants',
  'doubtedReturns',
  'missingReturns',
]);

export interface EditionAtWork {
  readonly programme: ProgrammeRow;
  readonly tasks: OfficeTaskCounts;
  readonly turn: Turn;
}

/**
 * What waits for the reader, with how many, each with the room where it is worked off.
 * @param work of the whole city; null for an edition that runs beside the one looked at, of which only its own is told
 */
export function boardTasks(
  { programme, tasks: counts, turn }: EditionAtWork,
  work: readonly DueWork[] | null,
  context: PageContext,
): TaskList['tasks'] {
  const { t, actor } = context;
  const counted = TASKS.filter(
    ({ task, policy }) =>
      counts[task] > 0 && allows(policy, actor) && (work !== null || !OF_THE_CITY.has(task)),
  );
  const said = new Set<string>(counted.map(({ task }) => task));
  const unsigned = unsignedTasks(counts, programme.state, turn.dueOn, context);
  if (unsigned.length > 0) said.add('unsignedSheets');
  // Told category by category, each to whoever is next with it.
  if (counts.standings.length > 0) said.add('standings');
  for (const { kind, owner } of work ?? []) if (holds(actor, owner)) said.add(kind);
  return [
    ...renewalTask(programme, counts, context),
    ...turnTasks(turn, said, context),
    ...standingTasks(counts, turn.dueOn, context),
    ...roundTasks(counts, context),
    ...defenceTasks(counts, context),
    ...paperTasks(counts, context),
    ...(work ? [...ownWork(work, context), ...practiceTask(counts, context)] : []),
    ...counted.map(({ task, href, watched }) => ({
      label: t(`programmes.task.${task}`),
      href: href(programme.id),
      hint: hintOf(
        t(`programmes.task.${task}.hint`),
        {
          since: counts.oldest[task],
          dueOn: endsWithPhase(task, programme.state) ? turn.dueOn : null,
        },
        context,
      ),
      status: {
        label: t('programmes.task.count', { count: counts[task] }),
        tone: watched ? ('neutral' as const) : ('attention' as const),
      },
    })),
    ...unsigned,
  ];
}

/** What it is, how long the oldest of it has waited, and its day where it has one. */
function hintOf(
  hint: string,
  { since, dueOn }: { since: string | null | undefined; dueOn: string | null },
  { t, lang, now }: PageContext,
): string {
  const days = since ? daysBetween(beijingDate(since), beijingDate(now)) : null;
  const aged = days === null ? hint : t('programmes.task.oldest', { hint, days });
  return dueOn ? t('programmes.task.dueBy', { hint: aged, day: formatDay(lang, dueOn) }) : aged;
}

function defenceTasks(
  { defenceRecords }: OfficeTaskCounts,
  { t, lang, actor }: PageContext,
): TaskList['tasks'] {
  if (!allows('defence.record', actor)) return [];
  return defenceRecords.map(({ roundId, nameZh, nameEn, count }) => ({
    label: t('programmes.task.defenceRecords', {
      category: lang === 'zh-CN' ? nameZh : nameEn,
    }),
    href: `/office/rounds/${roundId}/defence-records`,
    hint: t('programmes.task.defenceRecords.hint'),
    status: { label: t('programmes.task.count', { count }), tone: 'attention' },
  }));
}

/** Of every programme or of none: what merchants wrote waits for the word of the office. */
function practiceTask(
  { practices: { count, since } }: OfficeTaskCounts,
  { t, lang, now, actor }: PageContext,
): TaskList['tasks'] {
  if (!since || !allows('title.keep', actor)) return [];
  const day = beijingDate(since);
  return [
    {
      label: t('programmes.task.practices'),
      href: '/office/practices',
      hint: t('programmes.task.practices.hint', {
        day: formatDay(lang, day),
        days: daysBetween(day, beijingDate(now)),
      }),
      status: { label: t('programmes.task.count', { count }), tone: 'attention' },
    },
  ];
}

/** Whoever is next with a legal basis that ends soon: the registrar, then the approver. */
function renewalTask(
  { id, state }: ProgrammeRow,
  { renewal }: OfficeTaskCounts,
  { t, lang, actor }: PageContext,
): TaskList['tasks'] {
  if (!renewal || programmeIn.preparing.has(state) || programmeIn.over.has(state)) return [];
  const { lastDay, daysLeft, waiting } = renewal;
  if (!allows(waiting ? 'programme.approve' : 'programme.prepare', actor)) return [];
  const path = `/office/programmes/${id}/legal-basis`;
  const day = lastDay ? formatDay(lang, lastDay) : '';
  const status = {
    label: lastDay
      ? t('programmes.task.basisDays', { days: daysLeft })
      : t('programmes.task.basisEnded'),
    tone: 'attention' as const,
  };
  const hint = lastDay
    ? t('programmes.task.basisEnding.hint', { day })
    : t('programmes.task.basisEnded.hint');
  return waiting
    ? [
        {
          label: t('programmes.task.basisWaiting'),
          href: `${path}/approval`,
          hint: t('programmes.task.basisWaiting.hint'),
          status,
        },
      ]
    : [{ label: t('programmes.task.basisEnding'), href: path, hint, status }];
}
