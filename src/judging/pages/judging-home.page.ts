import type { ProgressLine, StatusTag, Tabs, TaskList } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { declaringStates } from '../declare-conflicts.js';
import type { OwnSeatRow, OwnSheetRow } from '../judging.queries.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'judging/home': JudgingHomePage;
  }
}

export interface JudgingHomePage extends PageFrame {
  readonly seated: boolean;
  readonly mustDeclare: boolean;
  readonly declarations: TaskList;
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
  readonly sheets: readonly SheetLine[];
}

interface SheetLine {
  readonly href: string;
  readonly number: string;
  readonly name: string | null;
  readonly status: StatusTag;
  readonly total: number | null;
}

export const shownSheets = ['all', 'todo', 'done'] as const;
export type ShownSheets = (typeof shownSheets)[number];

export function judgingHomePage(
  seats: readonly OwnSeatRow[],
  sheets: readonly OwnSheetRow[],
  shown: ShownSheets,
) {
  return (context: PageContext): JudgingHomePage => {
    const { t } = context;
    const roundIds = [...new Set(sheets.map(({ roundId }) => roundId))];
    return {
      title: t('judging.home.title'),
      breadcrumbs: [],
      seated: seats.length > 0,
      mustDeclare: seats.some(
        (seat) => !seat.declaredAt && declaringStates.includes(seat.programmeState),
      ),
      declarations: { tasks: seats.map((seat) => declarationTask(seat, context)) },
      rounds: roundIds.map((id) =>
        roundModel(
          sheets.filter(({ roundId }) => roundId === id),
          shown,
          context,
        ),
      ),
      tabs: {
        label: t('judging.home.filter'),
        tabs: shownSheets.map((value) => ({
          href: value === 'all' ? '/judging' : `/judging?show=${value}`,
          label: t(`judging.home.show.${value}`),
          current: value === shown,
          count: sheets.filter((sheet) => isShown(sheet, value)).length,
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
  const open = !seat.declaredAt && declaringStates.includes(seat.programmeState);
  const state = seat.declaredAt ? 'done' : open ? 'open' : 'later';
  const tone = ({ done: 'good', open: 'attention', later: 'neutral' } as const)[state];
  return {
    label: t('judging.home.declaration', { category: categoryName(seat, context) }),
    href: open ? `/judging/seats/${seat.id}/declaration` : null,
    hint: t(`judging.home.declaration.${state}.hint`),
    status: { label: t(`judging.home.declaration.${state}`), tone },
  };
}

function isShown(sheet: OwnSheetRow, shown: ShownSheets): boolean {
  return shown === 'all' || (shown === 'done') === isDone(sheet);
}

function isDone({ state, total }: OwnSheetRow): boolean {
  return state === 'Signed' || total !== null;
}

function roundModel(
  sheets: readonly OwnSheetRow[],
  shown: ShownSheets,
  context: PageContext,
): RoundModel {
  const { t } = context;
  const first = sheets[0]!;
  const base = `/judging/rounds/${first.roundId}`;
  const next = sheets.find((sheet) => !isDone(sheet));
  const unsigned = sheets.some(({ state }) => state === 'Open');
  return {
    title: t(`judging.round.title.${first.kind}`, { category: categoryName(first, context) }),
    closesOn: first.closesOn,
    progress: {
      label: t('judging.home.progress'),
      done: sheets.filter(isDone).length,
      total: sheets.length,
      note: t('judging.home.signed', {
        count: sheets.filter(({ state }) => state === 'Signed').length,
      }),
    },
    next: next
      ? { href: `/judging/sheets/${next.id}`, label: t('judging.home.next') }
      : { href: unsigned ? `${base}/sign` : `${base}/review`, label: signLabel(unsigned, context) },
    reviewHref: `${base.slice(1)}/review`,
    signHref: `${base.slice(1)}/sign`,
    sheets: sheets.filter((sheet) => isShown(sheet, shown)).map((row) => sheetLine(row, context)),
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
  if (sheet.state === 'Signed') return { label: t('judging.status.signed'), tone: 'good' };
  if (sheet.total !== null) return { label: t('judging.status.complete'), tone: 'active' };
  if (sheet.begun) return { label: t('judging.status.begun'), tone: 'attention' };
  return { label: t('judging.status.open'), tone: 'neutral' };
}
