import { translate } from '../../../text/catalogue.js';
import { formatDay, formatDayWeekday } from '../../../text/format.js';
import { endOfBeijingDay, beijingDate } from '../../../rules/calendar/beijing-time.js';
import type { PhaseBanner } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { AwardListRecord } from '../../lists/award-list.queries.js';
import type { NoticeHead, NoticeRow } from '../notice.queries.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';
import { type ListTable, listTable } from '../../lists/pages/list-table.js';
import { type BodyLine, bodyLines } from './notice-body.js';
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
  readonly lines: readonly BodyLine[];
  readonly table: ListTable | null;
  readonly listId: string | null;
  readonly clock: PhaseBanner | null;
  readonly kept: string | null;
  readonly objecting: boolean;
  readonly correctedById: string | null;
  readonly correctsId: string | null;
  readonly changesId: string | null;
  readonly issuer: string;
  readonly addressee: string | null;
  readonly signatory: string;
  readonly attachment: string | null;
  readonly bundle: boolean;
}

/** The sheet is the document itself: Chinese throughout, whatever the reader's language. */
export interface NoticeSheetPage extends NoticePage {
  readonly columns: readonly string[];
  readonly publicNote: string;
  /** Of a document that a later one corrects. */
  readonly corrected: string | null;
  readonly checkpoint: string | null;
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
      lines: bodyLines(notice.body),
      table: list && listTable(context, list, 'list'),
      listId: list?.id ?? null,
      clock: clock(context, notice, daysLeft),
      kept: keepsDates ? t('awards.notice.datesKept') : null,
      objecting: daysLeft !== null && daysLeft > 0,
      correctedById: notice.correctedById,
      correctsId: notice.correctsId,
      changesId: list && list.number > 1 ? list.id : null,
      issuer: said(notice, 'issuer') ?? officeName,
      addressee: said(notice, 'addressee'),
      signatory: said(notice, 'signatory') ?? officeName,
      attachment: list && t(`awards.list.kind.${list.kind}`),
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
  return (context: PageContext): NoticeSheetPage => ({
    ...noticePage(rows)(context),
    table: rows.list && listTable(inChinese, rows.list, 'list'),
    columns: listFields.map((field) => inChinese.t(`awards.field.${field}`)),
    corrected: rows.notice.correctedById && inChinese.t('awards.notice.corrected'),
    publicNote: inChinese.t('awards.notice.publicNote'),
    checkpoint:
      rows.notice.checkpoint &&
      inChinese.t('awards.checkpoint.printed', { checkpoint: rows.notice.checkpoint }),
  });
}

const inChinese: Pick<PageContext, 't' | 'lang'> = {
  lang: 'zh-CN',
  t: (key, variables) => translate('zh-CN', key, variables),
};

const listFields = ['serial', 'category', 'division', 'name', 'main'] as const;

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

/** A fact of the sheet; historical notices may lack any. */
function said({ facts }: NoticeRow, name: string): string | null {
  const fact = facts[name];
  return typeof fact === 'string' ? fact : null;
}
