import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { formatDay, formatDayWeekday } from '../../../text/format.js';
import type { TaskList } from '../../../web/component-models.js';
import type { PageContext, Translate } from '../../../web/page-context.js';
import { groupBy } from '../../group-by.js';
import type { QueueRow } from '../division/division.queries.js';

type Task = TaskList['tasks'][number];

interface TaskPlace {
  readonly waiting: WaitingFiles;
  readonly context: PageContext;
  readonly variables?: Readonly<Record<string, string>>;
}

export interface DivisionRoom {
  readonly division: string;
  /** Of its review, with the orders that reach it. */
  readonly lastDay: string | null;
  /** The last full year and the merchants of the division that have not filed for it. */
  readonly filing: { readonly year: number; readonly missingReturns: number };
}

export interface WaitingFiles {
  readonly rows: readonly QueueRow[];
  /** Files by what has to be done with them. */
  readonly steps: Readonly<Record<string, (row: QueueRow) => boolean>>;
  readonly link: (step: string) => string;
  /** Last day of the division's review; null before it and after it. */
  readonly lastDay: string | null;
  readonly filing: DivisionRoom['filing'];
}

const REVIEWER_STEPS = ['corrected', 'begin', 'review'] as const;

/** What waits in a division for the person who looks: files by step, orders, the filing target, the roll-up. */
export function divisionTasks(waiting: WaitingFiles, context: PageContext): TaskList {
  const { t, actor } = context;
  const holds = (role: string) => actor?.duties.some((duty) => duty.role === role) ?? false;
  return {
    tasks: [
      ...(holds('DivisionReviewer') ? reviewerTasks(waiting, context) : []),
      ...(holds('DivisionApprover') ? approverTasks(waiting, context) : []),
      returnsTask(waiting.filing, t),
      rollUpTask(waiting.filing, t),
    ],
  };
}

function reviewerTasks(waiting: WaitingFiles, context: PageContext): Task[] {
  const { rows, steps, link } = waiting;
  const byStep = REVIEWER_STEPS.flatMap((step) =>
    filesTask(rows.filter(steps[step]!), link(step), `review.division.task.${step}`, {
      waiting,
      context,
    }),
  );
  const unordered = recommended(waiting).filter(({ rankingState }) => rankingState !== 'handed');
  return [...byStep, ...orderTasks(unordered, waiting, context)];
}

function approverTasks(waiting: WaitingFiles, context: PageContext): Task[] {
  const declined = waiting.rows.filter(
    (row) => waiting.steps.sign!(row) && row.conclusion === 'decline',
  );
  const handed = recommended(waiting).filter(({ rankingState }) => rankingState === 'handed');
  return [
    ...filesTask(declined, waiting.link('sign'), 'review.division.task.sign', { waiting, context }),
    ...orderTasks(handed, waiting, context),
  ];
}

/** Recommendations are signed as a set, in their order. */
function recommended({ rows, steps }: WaitingFiles): readonly QueueRow[] {
  return rows.filter((row) => steps.sign!(row) && row.conclusion === 'recommend');
}

function orderTasks(
  rows: readonly QueueRow[],
  waiting: WaitingFiles,
  context: PageContext,
): Task[] {
  return [...groupBy(rows, ({ categoryCode }) => categoryCode).values()].flatMap((list) => {
    const [{ categoryCode, categoryZh, categoryEn, rankingState }] = list as [QueueRow];
    const category = context.lang === 'zh-CN' ? categoryZh : categoryEn;
    const key = `review.division.task.order.${rankingState ?? 'open'}`;
    const more = { waiting, context, variables: { category } };
    return filesTask(list, `/division/rankings/${categoryCode}`, key, more);
  });
}

function filesTask(
  files: readonly QueueRow[],
  href: string,
  key: string,
  { waiting, context, variables }: TaskPlace,
): Task[] {
  const { t, lang } = context;
  const since = files.map(({ stateSince }) => stateSince).toSorted()[0];
  if (since === undefined) return [];
  const { lastDay } = waiting;
  const oldest = formatDay(lang, beijingDate(since));
  return [
    {
      label: t(key, variables),
      href,
      hint: lastDay
        ? t('review.division.task.until', { oldest, lastDay: formatDayWeekday(lang, lastDay) })
        : t('review.division.task.since', { oldest }),
      status: {
        label: t('review.division.count', { count: files.length }),
        tone: 'attention' as const,
      },
    },
  ];
}

function returnsTask({ year, missingReturns }: DivisionRoom['filing'], t: Translate) {
  return {
    label: t('review.division.task.returns', { year: String(year) }),
    href: '/division/returns',
    hint: t('review.division.task.returns.hint'),
    status: {
      label: t('review.division.missing', { count: missingReturns }),
      tone: missingReturns ? ('attention' as const) : ('good' as const),
    },
  };
}

function rollUpTask({ year }: DivisionRoom['filing'], t: Translate) {
  return {
    label: t('review.division.task.rollUp', { year: String(year) }),
    href: '/division/roll-up',
    hint: t('review.division.task.rollUp.hint'),
    status: { label: t('review.division.toRead'), tone: 'neutral' as const },
  };
}
