import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatDayWeekday, formatInstant } from '../../../text/format.js';
import type { EmptyState, StatusTag, Tabs, TaskList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { OpinionRow, QueueRow } from '../division/division.queries.js';
import { groupBy } from '../../group-by.js';
import type { ApplicationFile } from '../file/application-file.queries.js';
import { type FileModel, fileModel } from '../file/file.page.js';
import { stateTag } from '../tags.js';
import type { MerchantContact } from '../../../merchants/read-contact.js';
import { divisionCounts } from './division-counts.js';
import { type QueueWords, inQueue, queueWalk } from './division-walk.js';
import { type DivisionRoom, divisionTasks } from './division-tasks.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/division': DivisionPage;
    'applications-office/division-application': DivisionApplicationPage;
  }
}

export interface DivisionPage extends PageFrame {
  readonly lead: string;
  readonly deadline: string | null;
  readonly tasks: TaskList;
  readonly counts: ReturnType<typeof divisionCounts> | null;
  /** Files that wait for their review to begin, to be begun together. */
  readonly begin: { readonly ids: readonly string[]; readonly label: string } | null;
  readonly print: { readonly href: string } | null;
  readonly rankings: readonly { readonly href: string; readonly label: string }[];
  readonly states: Tabs;
  readonly categories: Tabs;
  readonly rows: readonly {
    readonly merchant: string;
    readonly href: string;
    readonly category: string;
    readonly receipt: string;
    readonly state: StatusTag;
    readonly since: string;
    readonly opinion: string;
  }[];
  readonly empty: EmptyState;
}

/** Tabs of the queue: what has to be done with a file, and the states in which that is so. */
const steps: Readonly<Record<string, (row: QueueRow) => boolean>> = {
  begin: ({ state, answeredAt }) => applicationIn.waitsForDivision.has(state) && !answeredAt,
  corrected: ({ state, answeredAt }) =>
    applicationIn.waitsForDivision.has(state) && Boolean(answeredAt),
  review: ({ state, conclusion }) =>
    applicationIn.inDivisionReview.has(state) && conclusion === null,
  sign: ({ state, conclusion }) => applicationIn.inDivisionReview.has(state) && conclusion !== null,
  correction: ({ state }) => applicationIn.correcting.has(state),
  done: ({ state }) => !applicationIn.withDivision.has(state),
};

export function divisionPage(
  { division: divisionCode, filing, lastDay: reviewEnds }: DivisionRoom,
  rules: RuleSet | null,
  rows: readonly QueueRow[],
  chosen: QueueWords,
) {
  return (context: PageContext): DivisionPage => {
    const { t, lang, now, actor } = context;
    const inStep = (row: QueueRow) => steps[chosen.step]?.(row) ?? true;
    const inCategory = (row: QueueRow) => !chosen.category || row.categoryCode === chosen.category;
    const shown = shownRows(rows, chosen);
    const begins = shown.filter(steps.begin!).map(({ id }) => id);
    const link = (step: string, category: string) =>
      `/division?${new URLSearchParams({ step, category }).toString()}`;
    const open = rows.filter((row) => !steps.done!(row)).length;
    const lastDay = reviewEnds && beijingDate(now) <= reviewEnds ? reviewEnds : null;
    const waiting = { rows, steps, link: (step: string) => link(step, ''), lastDay, filing };
    return {
      title: t('review.division.title'),
      breadcrumbs: [],
      lead: t('review.division.lead', { division: t(`division.${divisionCode}`), count: open }),
      deadline: lastDay && formatDayWeekday(lang, lastDay),
      tasks: divisionTasks(waiting, context),
      counts: rules && divisionCounts(divisionCode, rules, rows, context),
      begin:
        begins.length > 0 && actor?.duties.some(({ role }) => role === 'DivisionReviewer')
          ? { ids: begins, label: t('review.batch.begin', { count: begins.length }) }
          : null,
      print: shown.length ? { href: inQueue('/division/files', chosen) } : null,
      rankings: [...groupBy(rows, (row) => row.categoryCode).values()].map((list) => ({
        href: `/division/rankings/${list[0]!.categoryCode}`,
        label: t('review.ranking.of', {
          category: lang === 'zh-CN' ? list[0]!.categoryZh : list[0]!.categoryEn,
        }),
      })),
      states: {
        label: t('review.division.byStep'),
        tabs: ['', ...Object.keys(steps)].map((step) => ({
          href: link(step, chosen.category),
          label: t(step ? `review.step.${step}` : 'review.all'),
          current: step === chosen.step,
          count: rows.filter((row) => inCategory(row) && (steps[step]?.(row) ?? true)).length,
        })),
      },
      categories: {
        label: t('review.division.byCategory'),
        tabs: [
          {
            href: link(chosen.step, ''),
            label: t('review.allCategories'),
            current: !chosen.category,
            count: rows.filter(inStep).length,
          },
          ...[...groupBy(rows, (row) => row.categoryCode).values()].map((list) => ({
            href: link(chosen.step, list[0]!.categoryCode),
            label: lang === 'zh-CN' ? list[0]!.categoryZh : list[0]!.categoryEn,
            current: chosen.category === list[0]!.categoryCode,
            count: list.filter(inStep).length,
          })),
        ],
      },
      rows: shown.map((row) => ({
        merchant: row.merchantName,
        href: steps.corrected!(row)
          ? `/division/applications/${row.id}/corrections`
          : inQueue(`/division/applications/${row.id}`, chosen),
        category: lang === 'zh-CN' ? row.categoryZh : row.categoryEn,
        receipt: row.receiptNumber ?? '',
        state: stateTag(row.state, t),
        since: formatInstant(lang, row.stateSince),
        opinion: opinionText(row, t),
      })),
      empty: {
        title: t('review.division.empty'),
        text: t('review.division.empty.text'),
        action: null,
      },
    };
  };
}

/** The rows of a tab of the queue. */
export function shownRows(
  rows: readonly QueueRow[],
  { step, category }: QueueWords,
): readonly QueueRow[] {
  return rows.filter(
    (row) => (steps[step]?.(row) ?? true) && (!category || row.categoryCode === category),
  );
}

function opinionText(row: Pick<QueueRow, 'conclusion' | 'rank'>, t: PageContext['t']): string {
  if (!row.conclusion) return '';
  return row.rank === null
    ? t(`review.conclusion.${row.conclusion}`)
    : t('review.opinion.ranked', { rank: row.rank });
}

export interface DivisionApplicationPage extends PageFrame {
  readonly id: string;
  readonly contact: MerchantContact;
  readonly file: FileModel;
  readonly next: string;
  readonly mayStart: boolean;
  readonly mayReview: boolean;
  readonly maySign: boolean;
  readonly mayCorrect: boolean;
  readonly opinion: {
    readonly conclusion: string;
    readonly text: string;
    readonly reviewer: string;
    readonly approver: string | null;
    readonly declineReason: string | null;
    readonly seal: { readonly href: string } | null;
  } | null;
}

export function divisionApplicationPage(
  file: ApplicationFile,
  rules: RuleSet,
  opinion: OpinionRow | null,
  contact: MerchantContact,
  queue: { readonly shown: readonly QueueRow[]; readonly words: QueueWords },
) {
  return (context: PageContext): DivisionApplicationPage => {
    const { t, actor } = context;
    const reviews = actor?.duties.some((duty) => duty.role === 'DivisionReviewer') ?? false;
    const approves = actor?.duties.some((duty) => duty.role === 'DivisionApprover') ?? false;
    const inReview = applicationIn.inDivisionReview.has(file.head.state);
    const asked = file.corrections.filter(({ stage }) => stage === 'division').length;
    const step = Object.keys(steps).find((key) =>
      steps[key]!({
        state: file.head.state,
        conclusion: opinion?.conclusion ?? null,
        answeredAt: file.corrections.findLast(({ stage }) => stage === 'division')?.answeredAt,
      } as QueueRow),
    )!;
    return {
      title: file.head.merchantName,
      breadcrumbs: [
        { label: t('review.division.title'), href: '/division' },
        { label: file.head.merchantName, href: null },
      ],
      id: file.head.id,
      contact,
      walk: queueWalk(queue.shown, file.head.id, queue.words, context),
      file: fileModel(file, rules, context),
      next: t(`review.division.next.${step}`),
      mayStart: reviews && applicationIn.waitsForDivision.has(file.head.state),
      mayReview: reviews && inReview,
      maySign: approves && inReview && opinion !== null && opinion.reviewerId !== actor?.accountId,
      mayCorrect: reviews && inReview && asked < 2,
      opinion: opinion && {
        conclusion: opinionText(opinion, t),
        text: opinion.opinion,
        reviewer: opinion.reviewerName,
        approver: opinion.approverName,
        declineReason: opinion.declineReason,
        seal: opinion.sealScanId ? { href: `/documents/${opinion.sealScanId}` } : null,
      },
    };
  };
}
