import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { formatDayWeekday, formatInstant } from '../../../text/format.js';
import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldRadios,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { NoticeHead } from '../../notices/notice.queries.js';
import type { ListedMerchant, ObjectionRow } from '../objection.queries.js';
import { listedName } from './listed-name.js';
import { AnswerForm, ObjectionForm } from './objections.form.js';
import { objectionIn } from '../../../rules/lifecycle/objection-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/objection-new': ObjectionNewPage;
    'awards/objection-my': ObjectionMyPage;
  }
}

export interface ObjectionNewPage extends PageFrame {
  readonly noticeId: string;
  readonly about: string;
  readonly closes: string;
  /** Why nothing can be filed any more; null while the period runs. */
  readonly over: string | null;
  readonly summary: ErrorSummary;
  readonly applicationId: FieldSelect;
  readonly identityKind: FieldRadios;
  readonly name: FieldText;
  readonly telephone: FieldText;
  readonly substance: FieldTextarea;
}

export interface ObjectionMyPage extends PageFrame {
  readonly id: string;
  readonly state: StatusTag;
  readonly facts: SummaryList;
  /** Until when the merchant may answer; null once it may not. */
  readonly lead: string | null;
  readonly substance: string;
  readonly summary: ErrorSummary;
  readonly answer: FieldTextarea | null;
  readonly given: string | null;
}

export function objectionNewPage(
  notice: NoticeHead,
  listed: readonly ListedMerchant[],
  sent: Submitted<ObjectionForm> = unsentForm(ObjectionForm),
) {
  return (context: PageContext): ObjectionNewPage => {
    const { t, lang, now } = context;
    const lastDay = notice.lastDay ?? '';
    const drawn = context.draw(sent);
    const chosen = drawn.text('applicationId').value;
    return {
      title: t('awards.objection.title'),
      breadcrumbs: [
        { label: notice.title, href: `/notices/${notice.id}` },
        { label: t('awards.objection.title'), href: null },
      ],
      noticeId: notice.id,
      about: notice.title,
      closes: t('awards.notice.runsUntil', { day: formatDayWeekday(lang, lastDay) }),
      over:
        beijingDate(now) > lastDay && sent.ok
          ? t('awards.objection.over', { last: formatDayWeekday(lang, lastDay) })
          : null,
      summary: drawn.summary,
      applicationId: {
        ...drawn.text('applicationId'),
        placeholder: t('awards.objection.procedure'),
        options: listed.map((one) => ({
          value: one.applicationId,
          label: listedName(one, context),
          selected: one.applicationId === chosen,
        })),
      },
      identityKind: drawn.radios('identityKind'),
      name: drawn.text('name'),
      telephone: drawn.text('telephone'),
      substance: drawn.textarea('substance'),
    };
  };
}

/**
 * What the merchant may know: the substance and the course, never who objected (L24).
 * @param answerBy day up to which the merchant is waited for
 */
export function objectionMyPage(
  row: ObjectionRow,
  answerBy: string | null,
  sent: Submitted<AnswerForm> = unsentForm(AnswerForm),
) {
  return (context: PageContext): ObjectionMyPage => {
    const { t } = context;
    const drawn = context.draw(sent);
    const open = objectionIn.underReview.has(row.state) && row.merchantAnswer === null;
    return {
      title: t('awards.objection.mine'),
      breadcrumbs: [
        { label: t('navigation.my'), href: '/my' },
        { label: t('awards.objection.mine'), href: null },
      ],
      id: row.id,
      state: { label: t(`lifecycle.objection.${row.state}`), tone: open ? 'attention' : 'neutral' },
      facts: progress(context, row),
      lead:
        open && answerBy
          ? t('awards.objection.mineText', { due: formatDayWeekday(context.lang, answerBy) })
          : null,
      substance: row.substance,
      summary: drawn.summary,
      answer: open ? drawn.textarea('answer') : null,
      given: row.merchantAnswer,
    };
  };
}

/** How an objection stands, for the merchant and for whoever has its code. */
export function progress({ t, lang }: PageContext, row: ObjectionRow): SummaryList {
  const rows: [string, string | null][] = [
    [t('awards.objection.receipt'), row.receiptNumber],
    [t('awards.objection.state'), t(`lifecycle.objection.${row.state}`)],
    [t('awards.objection.received'), formatInstant(lang, row.receivedAt)],
    [t('awards.objection.acceptBy'), row.acceptBy && formatDayWeekday(lang, row.acceptBy)],
    [t('awards.objection.decideBy'), row.decideBy && formatDayWeekday(lang, row.decideBy)],
    [t('awards.objection.decided'), row.decidedAt && formatInstant(lang, row.decidedAt)],
    [t('awards.objection.refusalReason'), row.acceptedAt ? null : row.decisionReason],
    [t('awards.objection.reply'), row.reply],
  ];
  return {
    rows: rows.flatMap(([term, value]) => (value ? [{ term, value, action: null }] : [])),
  };
}
