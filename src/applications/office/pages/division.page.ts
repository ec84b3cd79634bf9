import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatDay, formatInstant } from '../../../text/format.js';
import type { EmptyState, StatusTag, Tabs, TaskList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { OpinionRow, QueueRow, RecommendedRow } from '../division/division.queries.js';
import { groupBy } from '../../group-by.js';
import type { ApplicationFile } from '../file/application-file.queries.js';
import { type FileModel, fileModel } from '../file/file.page.js';
import { stateTag } from '../tags.js';
import { type DivisionRoom, divisionTasks } from './division-tasks.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/division': DivisionPage;
    'applications-office/division-application': DivisionApplicationPage;
    'applications-office/recommendations': RecommendationsPage;
  }
}

export interface DivisionPage extends PageFrame {
  readonly lead: string;
  readonly deadline: string | null;
  readonly tasks: TaskList;
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
  programme: ProgrammeRow | null,
  { division: divisionCode, filing }: DivisionRoom,
  rows: readonly QueueRow[],
  chosen: { readonly step: string; readonly category: string },
) {
  return ({ t, lang, now }: PageContext): DivisionPage => {
    const inStep = (row: QueueRow) => steps[chosen.step]?.(row) ?? true;
    const inCategory = (row: QueueRow) => !chosen.category || row.categoryCode === chosen.category;
    const shown = rows.filter((row) => inStep(row) && inCategory(row));
    const phase = programme?.calendar.find((one) => one.phase === 'DivisionReview');
    const link = (step: string, category: string) =>
      `/division?${new URLSearchParams({ step, category }).toString()}`;
    const open = rows.filter((row) => !steps.done!(row)).length;
    const waiting = ['corrected', 'begin', 'review', 'sign'].map((step) => ({
      step,
      count: rows.filter(steps[step]!).length,
    }));
    return {
      title: t('review.division.title'),
      breadcrumbs: [],
      lead: t('review.division.lead', { division: t(`division.${divisionCode}`), count: open }),
      deadline: phase && beijingDate(now) <= phase.to ? formatDay(lang, phase.to) : null,
      tasks: divisionTasks(waiting, (step) => link(step, ''), filing, t),
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
          : `/division/applications/${row.id}`,
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

function opinionText(row: Pick<QueueRow, 'conclusion' | 'rank'>, t: PageContext['t']): string {
  if (!row.conclusion) return '';
  return row.rank === null
    ? t(`review.conclusion.${row.conclusion}`)
    : t('review.opinion.ranked', { rank: row.rank });
}

export interface DivisionApplicationPage extends PageFrame {
  readonly id: string;
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

export interface RecommendationsPage extends PageFrame {
  readonly programme: string;
  readonly division: string;
  readonly printedOn: string;
  readonly categories: readonly {
    readonly name: string;
    readonly quota: number | null;
    readonly rows: readonly (RecommendedRow & { readonly signed: string | null })[];
  }[];
}

export function recommendationsPage(
  programme: ProgrammeRow,
  divisionCode: string,
  rules: RuleSet,
  rows: readonly RecommendedRow[],
) {
  return ({ t, lang, now }: PageContext): RecommendationsPage => ({
    title: t('document.recommendationSummary'),
    breadcrumbs: [{ label: t('review.division.title'), href: '/division' }],
    programme: programme.name,
    division: t(`division.${divisionCode}`),
    printedOn: formatDay(lang, beijingDate(now)),
    categories: rules.categories.flatMap(({ code, name, divisionQuotas }) => {
      const own = rows.filter((row) => row.categoryCode === code);
      return own.length === 0
        ? []
        : [
            {
              name: lang === 'zh-CN' ? name.zh : name.en,
              quota: divisionQuotas?.[divisionCode] ?? null,
              rows: own.map((row) => ({
                ...row,
                signed: row.approvedAt && formatInstant(lang, row.approvedAt),
              })),
            },
          ];
    }),
  });
}
