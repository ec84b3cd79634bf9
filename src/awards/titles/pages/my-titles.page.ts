import type { EntryProof } from '../../../prooflog/prove-entry.js';
import { type ReceiptLine, receiptLine } from '../../../prooflog/receipt-line.js';
import { titleIn } from '../../../rules/lifecycle/title-groups.js';
import { formatDay } from '../../../text/format.js';
import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldDate,
  FieldRadios,
  FieldTextarea,
} from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ChangeRow } from '../changes/title-change.queries.js';
import type { TitleRow } from '../title.queries.js';
import { type ChangeModel, changeModel } from './changes.page.js';
import { ReportChangeForm } from './changes.form.js';
import { CaseForm, CureForm } from './my-titles.form.js';
import type { TitleFile } from './title-acts.js';
import { type HistoryEntry, titleHistory } from './title-history.js';
import { titleFacts, titleTag } from './titles.page.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/my-titles': MyTitlesPage;
    'awards/my-title': MyTitlePage;
  }
}

export interface MyTitlesPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly titles: readonly {
    readonly href: string;
    readonly number: string;
    readonly honour: string;
    readonly state: StatusTag;
    readonly until: string;
  }[];
  /** Only for the holder of a title that holds. */
  readonly form: {
    readonly kind: FieldRadios;
    readonly happenedOn: FieldDate;
    readonly text: FieldTextarea;
  } | null;
  readonly changes: readonly ChangeModel[];
}

export interface MyTitlePage extends PageFrame {
  readonly id: string;
  readonly state: StatusTag;
  readonly facts: SummaryList;
  readonly summary: ErrorSummary;
  readonly certificate: boolean;
  /** The fault, the last day, and the form in which its repair is reported. */
  readonly warning: {
    readonly text: string;
    readonly cure: FieldTextarea | null;
    readonly filed: string | null;
  } | null;
  /** A revocation is proposed: what may still be said, until when. */
  readonly hearing: {
    readonly text: string;
    readonly statement: FieldTextarea | null;
  } | null;
  readonly history: readonly HistoryEntry[];
  readonly receipt: ReceiptLine | null;
}

export function myTitlesPage(
  titles: readonly TitleRow[],
  changes: readonly ChangeRow[],
  sent: Submitted<ReportChangeForm> | null,
) {
  return (context: PageContext): MyTitlesPage => {
    const { t, lang } = context;
    const drawn = context.draw(sent ?? unsentForm(ReportChangeForm));
    const alive = titles.some(({ state }) => titleIn.alive.has(state));
    return {
      title: t('awards.my.titles'),
      breadcrumbs: [
        { label: t('navigation.my'), href: '/my' },
        { label: t('awards.my.titles'), href: null },
      ],
      summary: sent ? drawn.summary : { errors: [] },
      titles: titles.map((row) => ({
        href: `/my/titles/${row.id}`,
        number: row.certificateNumber,
        honour: row.programmeName,
        state: titleTag(t(`lifecycle.title.${row.state}`), row),
        until: formatDay(lang, row.validTo),
      })),
      form: alive
        ? {
            kind: drawn.radios('kind'),
            happenedOn: drawn.date('happenedOn'),
            text: drawn.textarea('text'),
          }
        : null,
      changes: changes.map((row) => changeModel(row, context)),
    };
  };
}

export function myTitlePage(file: TitleFile, sent: Submitted<object> | null, proof: EntryProof) {
  return (context: PageContext): MyTitlePage => {
    const { t } = context;
    const { title } = file;
    return {
      title: t('awards.titles.one', { number: title.certificateNumber }),
      breadcrumbs: [
        { label: t('navigation.my'), href: '/my' },
        { label: t('awards.my.titles'), href: '/my/titles' },
        { label: title.certificateNumber, href: null },
      ],
      id: title.id,
      state: titleTag(t(`lifecycle.title.${title.state}`), title),
      facts: titleFacts(context, title),
      summary: sent ? context.draw(sent).summary : { errors: [] },
      certificate: !titleIn.ended.has(title.state),
      warning: warningOf(file, sent, context),
      hearing: hearingOf(file, sent, context),
      history: titleHistory(file, context, true),
      receipt: receiptLine(proof, `/my/titles/${title.id}/log`, context),
    };
  };
}

function warningOf(
  { warnings, today }: TitleFile,
  sent: Submitted<object> | null,
  context: PageContext,
): MyTitlePage['warning'] {
  const { t, lang } = context;
  const warning = warnings.find(({ ending }) => ending === null);
  if (!warning) return null;
  const open = !warning.cureFiledOn && today <= warning.termEndsOn;
  const form = sent?.form === CureForm ? sent : unsentForm(CureForm);
  return {
    text: t('awards.my.warned', {
      ground: t(`awards.warning.ground.${warning.ground}`),
      day: formatDay(lang, warning.termEndsOn),
    }),
    cure: open ? context.draw(form).textarea('cure') : null,
    filed: warning.cureFiledOn
      ? t('awards.my.cureFiled', { day: formatDay(lang, warning.cureFiledOn) })
      : null,
  };
}

function hearingOf(
  { revocations, today }: TitleFile,
  sent: Submitted<object> | null,
  context: PageContext,
): MyTitlePage['hearing'] {
  const { t, lang } = context;
  // What was decided is not told before the notice is posted: until then it reads as under way.
  const open = revocations.find((one) => !one.postedOn && !one.lapsedOn && one.decision !== 'keep');
  if (!open) return null;
  const may = !open.decision && !open.statedAt && today <= open.statementDueOn;
  const form = sent?.form === CaseForm ? sent : unsentForm(CaseForm);
  return {
    text: t(open.statedAt ? 'awards.my.heard' : 'awards.my.hearing', {
      ground: t(`awards.revocation.ground.${open.ground}`),
      day: formatDay(lang, open.statementDueOn),
    }),
    statement: may ? context.draw(form).textarea('statement') : null,
  };
}
