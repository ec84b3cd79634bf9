import type { ProgressLine, StatusTag, Tabs, TaskList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { JudgesRound } from '../../chair/chair.queries.js';
import { type PanelLines, panelLines } from '../../chair/pages/panel-lines.js';
import { reReviewTasks } from '../../re-reviews/pages/re-review-tasks.js';
import type { ReReviewTask } from '../../re-reviews/re-review-sheet.queries.js';
import type { OwnRoundRow, OwnSeatRow, OwnSheetRow, SheetSelection } from '../judging.queries.js';
import { anchorTask, comesBefore, isOwed } from '../../anchors/pages/anchor-tasks.js';
import type { OwnAnchorRow } from '../../anchors/anchor-sheet.queries.js';
import { sheetIn } from '../../../rules/lifecycle/score-sheet-groups.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/home': JudgingHomePage;
  }
}

export interface JudgingHomePage extends PageFrame {
  /** Sheets of re-reviews, which have no seat. */
  readonly reReviews: TaskList;
  readonly seated: boolean;
  readonly mustDeclare: boolean;
  readonly declarations: TaskList;
  readonly anchors: { readonly waiting: boolean; readonly list: TaskList };
  readonly rounds: readonly RoundModel[];
  readonly tabs: Tabs;
}

interface RoundModel {
  readonly title: string;
  readonly closesOn: string;
  readonly progress: ProgressLine;
  readonly next: { readonly href: string; readonly label: string };
  readonly reviewHref: string;
  readonly signHref: string;
  /** What the chair said, the chair's own room, and whether the time is too short. */
  readonly panel: PanelLines;
  readonly sheets: readonly SheetLine[];
  /** The anchors of the category come first: nothing is listed. */
  readonly anchorsFirst: boolean;
  /** How many of the chosen sheets wait beyond those shown. */
  readonly more: number;
}

type RoundLines = Omit<RoundModel, 'panel'>;

interface SheetLine {
  readonly href: string;
  readonly number: string;
  readonly name: string | null;
  readonly status: StatusTag;
  readonly total: number | null;
}

export const shownSheets: readonly SheetSelection[] = ['todo', 'all', 'done'];

/** The next sheets are enough to begin with; the whole pile is one click away. */
export const NEXT_SHEETS = 8;

export interface OwnWork {
  readonly seats: readonly OwnSeatRow[];
  readonly rounds: readonly OwnRoundRow[];
  /** The next of each round, still to be scored. */
  readonly next: readonly OwnSheetRow[];
  readonly sheets: readonly OwnSheetRow[];
  readonly reReviews: readonly ReReviewTask[];
  readonly anchors: readonly OwnAnchorRow[];
  readonly panel: ReadonlyMap<string, JudgesRound>;
}

export function judgingHomePage(work: OwnWork, shown: SheetSelection) {
  const { seats, rounds, next, sheets, anchors } = work;
  return (context: PageContext): JudgingHomePage => {
    const { t } = context;
    return {
      title: t('judging.home.title'),
      breadcrumbs: [],
      reReviews: reReviewTasks(work.reReviews, context),
      seated: seats.length > 0,
      mustDeclare: seats.some(
        (seat) =>
          seat.asked > 0 || (!seat.declaredAt && programmeIn.mayDeclare.has(seat.programmeState)),
      ),
      declarations: { tasks: seats.map((seat) => declarationTask(seat, context)) },
      anchors: {
        waiting: anchors.some(isOwed),
        list: { tasks: anchors.map((anchor) => anchorTask(anchor, context)) },
      },
      rounds: rounds.map((round) => {
        const own = ({ roundId }: OwnSheetRow) => roundId === round.roundId;
        const first = anchors.find((one) => isOwed(one) && comesBefore(one, round));
        const lines = first
          ? waitingRound(round, first, context)
          : roundModel(round, next.find(own), sheets.filter(own), shown, context);
        return { ...lines, panel: panelLines(round, work.panel.get(round.roundId), context) };
      }),
      tabs: {
        label: t('judging.home.filter'),
        tabs: shownSheets.map((value) => ({
          href: value === 'todo' ? '/judging' : `/judging?show=${value}`,
          label: t(`judging.home.show.${value}`),
          current: value === shown,
          count: rounds.reduce((sum, round) => sum + counted(round, value), 0),
        })),
      },
    };
  };
}

export function categoryName(
  row: { readonly nameZh: string; readonly nameEn: string },
  { lang }: Pick<PageContext, 'lang'>,
): string {
  return lang === 'en' ? row.nameEn : row.nameZh;
}

function declarationTask(seat: OwnSeatRow, context: PageContext): TaskList['tasks'][number] {
  const { t } = context;
  const open = !seat.declaredAt && programmeIn.mayDeclare.has(seat.programmeState);
  const answered = seat.asked > 0 ? 'again' : 'done';
  const state = seat.declaredAt ? answered : open ? 'open' : 'later';
  const tone = ({ done: 'good', open: 'attention', again: 'attention', later: 'neutral' } as const)[
    state
  ];
  return {
    label: t('judging.home.declaration', { category: categoryName(seat, context) }),
    href: open || state === 'again' ? `/judging/seats/${seat.id}/declaration` : null,
    hint: t(`judging.home.declaration.${state}.hint`),
    status: { label: t(`judging.home.declaration.${state}`), tone },
  };
}

function counted({ total, done }: OwnRoundRow, selection: SheetSelection): number {
  return { todo: total - done, all: total, done }[selection];
}

function roundModel(
  round: OwnRoundRow,
  next: OwnSheetRow | undefined,
  sheets: readonly OwnSheetRow[],
  shown: SheetSelection,
  context: PageContext,
): RoundLines {
  const { t } = context;
  const base = `/judging/rounds/${round.roundId}`;
  const unsigned = round.signed < round.total;
  return {
    title: t(`judging.round.title.${round.kind}`, { category: categoryName(round, context) }),
    closesOn: round.closesOn,
    progress: {
      label: t('judging.home.progress'),
      done: round.done,
      total: round.total,
      note: t('judging.home.signed', { count: round.signed }),
    },
    next: next
      ? { href: `/judging/sheets/${next.id}`, label: t('judging.home.next') }
      : { href: unsigned ? `${base}/sign` : `${base}/review`, label: signLabel(unsigned, context) },
    reviewHref: `${base.slice(1)}/review`,
    signHref: `${base.slice(1)}/sign`,
    sheets: sheets.map((row) => sheetLine(row, context)),
    anchorsFirst: false,
    more: counted(round, shown) - sheets.length,
  };
}

function waitingRound(round: OwnRoundRow, first: OwnAnchorRow, context: PageContext): RoundLines {
  return {
    ...roundModel(round, undefined, [], 'all', context),
    next: { href: `/judging/anchors/${first.id}`, label: context.t('judging.home.anchorsNext') },
    anchorsFirst: true,
    more: 0,
  };
}

function signLabel(unsigned: boolean, { t }: PageContext): string {
  return unsigned ? t('judging.home.sign') : t('judging.home.allSigned');
}

function sheetLine(sheet: OwnSheetRow, context: PageContext): SheetLine {
  return {
    href: `/judging/sheets/${sheet.id}`,
    number: sheet.judgingNumber ?? '',
    name: sheet.blind ? null : sheet.merchantName,
    status: sheetStatus(sheet, context),
    total: sheet.total,
  };
}

export function sheetStatus(
  sheet: Pick<OwnSheetRow, 'state' | 'total' | 'begun'>,
  { t }: Pick<PageContext, 't'>,
): StatusTag {
  if (sheetIn.signed.has(sheet.state)) return { label: t('judging.status.signed'), tone: 'good' };
  if (sheet.total !== null) return { label: t('judging.status.complete'), tone: 'active' };
  if (sheet.begun) return { label: t('judging.status.begun'), tone: 'attention' };
  return { label: t('judging.status.open'), tone: 'neutral' };
}
