import { formatDay, formatDayWeekday } from '../../../text/format.js';
import { endOfBeijingDay, beijingDate } from '../../../rules/calendar/beijing-time.js';
import type { PhaseBanner } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { AwardListRecord } from '../../lists/award-list.queries.js';
import type { NoticeHead, NoticeRow } from '../notice.queries.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';
import { type ListTable, listTable } from '../../lists/pages/list-table.js';
import { factOf, noticePaper } from './notice-paper.js';
import { readBody } from '../../../paper/body.js';
import {
  type BlockModel,
  type SheetModel,
  blockModels,
  sheetModel,
} from '../../../web/views/paper-page.js';
import { type Paging, pagination } from '../../pages/paging.js';
import type { Pagination } from '../../../web/component-models.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/notices': NoticesPage;
    'awards/notice': NoticePage;
    'awards/notice-sheet': NoticeSheetPage;
  }
}

export interface NoticesPage extends PageFrame {
  /** What was searched for. */
  readonly text: string;
  readonly notices: readonly {
    href: string;
    title: string;
    kind: string;
    on: string;
    number: string | null;
    running: string | null;
  }[];
  readonly pagination: Pagination | null;
}

export interface NoticePage extends PageFrame {
  readonly id: string;
  readonly programme: {
    readonly name: string;
    readonly href: string;
    readonly rubric: { readonly href: string } | null;
    /** Where to apply while that is possible, otherwise how an application stands. */
    readonly application: { readonly href: string; readonly label: string };
  };
  readonly kind: string;
  readonly posted: string;
  readonly postedOn: string;
  readonly postedDay: string;
  readonly documentNumber: string | null;
  readonly blocks: readonly BlockModel[];
  readonly table: ListTable | null;
  readonly listId: string | null;
  readonly clock: PhaseBanner | null;
  readonly kept: string | null;
  readonly objecting: boolean;
  readonly correctedById: string | null;
  readonly correctsId: string | null;
  readonly changesId: string | null;
  readonly addressee: string | null;
  readonly signatory: string;
  readonly bundle: boolean;
}

/** The sheet is the document itself: Chinese throughout, whatever the reader's language. */
export interface NoticeSheetPage extends PageFrame {
  readonly sheet: SheetModel;
}

export function noticesPage(notices: readonly NoticeHead[], paging: Paging, text: string) {
  return (context: PageContext): NoticesPage => {
    const { t, lang, now } = context;
    const today = beijingDate(now);
    return {
      title: t('awards.notices.title'),
      breadcrumbs: [],
      text,
      notices: notices.map((one) => ({
        href: `/notices/${one.id}`,
        title: one.title,
        kind: t(`awards.notice.kind.${one.kind}`),
        on: formatDay(lang, one.postedOn),
        number: one.documentNumber,
        running:
          one.lastDay && one.lastDay >= today
            ? t('awards.notice.runsUntil', { day: formatDay(lang, one.lastDay) })
            : null,
      })),
      pagination: pagination(context, paging, '/notices'),
    };
  };
}

export interface NoticeRows {
  readonly notice: NoticeRow;
  /** The calendar has changed since, and the printed dates hold. */
  readonly keepsDates: boolean;
  readonly list: AwardListRecord | null;
  readonly daysLeft: number | null;
  readonly officeName: string;
}

/** The posted words as they are, whatever the reader's language; only what stands around them is translated. */
export function noticePage({ notice, list, daysLeft, officeName, keepsDates }: NoticeRows) {
  return (context: PageContext): NoticePage => {
    const { t, lang } = context;
    return {
      title: notice.title,
      breadcrumbs: [
        { label: t('navigation.notices'), href: '/notices' },
        { label: notice.title, href: null },
      ],
      id: notice.id,
      programme: programmeOf(context, notice),
      kind: t(`awards.notice.kind.${notice.kind}`),
      posted: formatDay(lang, notice.postedOn),
      postedOn: notice.postedOn,
      postedDay: formatDay('zh-CN', notice.postedOn),
      documentNumber: notice.documentNumber,
      blocks: blockModels(readBody(notice.body)),
      table: list && listTable(context, list, 'list'),
      listId: list?.id ?? null,
      clock: clock(context, notice, daysLeft),
      kept: keepsDates ? t('awards.notice.datesKept') : null,
      objecting: daysLeft !== null && daysLeft > 0,
      correctedById: notice.correctedById,
      correctsId: notice.correctsId,
      changesId: list && list.number > 1 ? list.id : null,
      addressee: factOf(notice, 'addressee'),
      signatory: factOf(notice, 'signatory') ?? officeName,
      bundle: list?.kind === 'award' && list.hasBundle === 1,
    };
  };
}

function programmeOf({ t }: PageContext, notice: NoticeRow): NoticePage['programme'] {
  const { programmeName: name, programmeSlug, programmeState, hasRubric } = notice;
  const href = `/programmes/${programmeSlug}`;
  const open = programmeIn.open.has(programmeState);
  return {
    name,
    href,
    rubric: hasRubric ? { href: `${href}#rubrics` } : null,
    application: open
      ? { href: '/my', label: t('portal.home.apply') }
      : { href: '/progress', label: t('applications.progress.title') },
  };
}

export function noticeSheetPage(rows: NoticeRows) {
  return (context: PageContext): NoticeSheetPage => {
    const { title, breadcrumbs } = noticePage(rows)(context);
    const { notice, list, officeName } = rows;
    return { title, breadcrumbs, sheet: sheetModel(noticePaper(notice, list, officeName)) };
  };
}

function clock(
  { t, lang, now }: PageContext,
  { firstDay, lastDay, workingDays }: NoticeRow,
  daysLeft: number | null,
): PhaseBanner | null {
  if (!firstDay || !lastDay || daysLeft === null) return null;
  const over = daysLeft === 0;
  // The day of posting is a day, and not one of the period.
  const days = Math.min(daysLeft, workingDays ?? daysLeft);
  return {
    title: t('awards.notice.clock', { days: workingDays ?? 0 }),
    phase: over ? t('awards.notice.over') : t('awards.notice.daysLeft', { days }),
    next: {
      label: t('awards.notice.ends'),
      date: formatDayWeekday(lang, lastDay),
      deadline: endOfBeijingDay(lastDay),
      now,
    },
  };
}
