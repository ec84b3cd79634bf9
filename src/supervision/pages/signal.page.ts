import type { SignalRows } from './signal-rows.js';
import type { ExaminedSheet } from '../../rules/diagnostics/examine-judges.js';
import type { JudgeSignal } from '../../rules/diagnostics/judge-signal.js';
import { signalId } from '../../rules/diagnostics/signal-id.js';
import { standsOut } from '../../rules/diagnostics/stands-out.js';
import { formatInstant, formatNumber } from '../../text/format.js';
import type { StatusTag, SummaryList, TableNumbers } from '../../web/component-models.js';
import type { ErrorSummary, FieldRadios, FieldTextarea } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { type DeviationChart, deviationChart } from './deviation-chart.js';
import { diagnosticsCrumbs } from './diagnostics.page.js';
import type { SignalNoteForm } from './signal-note.form.js';
import { judgeText, pText, seatText, statisticText } from './signal-words.js';
import { type Cell, table } from './table.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'supervision/signal': SignalPage;
  }
}

export interface SignalPage extends PageFrame {
  readonly categoryId: string;
  readonly signalId: string;
  readonly programme: string;
  readonly status: StatusTag;
  readonly question: string;
  readonly explanation: string;
  readonly innocent: string;
  readonly facts: SummaryList;
  readonly sheets: TableNumbers | null;
  readonly chart: DeviationChart | null;
  readonly notes: readonly {
    readonly outcome: string;
    readonly note: string;
    readonly by: string;
  }[];
  readonly summary: ErrorSummary;
  readonly outcome: FieldRadios;
  readonly note: FieldTextarea;
}

export function signalPage(rows: SignalRows, form: Submitted<SignalNoteForm>) {
  return (context: PageContext): SignalPage => {
    const { t, lang } = context;
    const { round, signal } = rows;
    const id = signalId(round.id, signal);
    const names = new Map(rows.seats.map((seat) => [seat.id, seat]));
    const kind = t(`diagnostics.kind.${signal.kind}`);
    const drawn = context.draw(form);
    const behind = new Set(signal.sheets);
    const sheets = rows.examination.sheets.filter((sheet) => behind.has(sheet.id));
    return {
      title: t('supervision.signal.title', { kind, judge: judgeText(t, names, signal) }),
      breadcrumbs: diagnosticsCrumbs(round, context, kind),
      categoryId: round.categoryId,
      signalId: id,
      programme: t('supervision.signal.where', {
        programme: round.programmeName,
        round: t(`supervision.round.${round.kind}`),
      }),
      status: standsOut(signal)
        ? { label: t('supervision.signal.standsOut'), tone: 'attention' }
        : { label: t('supervision.signal.usual'), tone: 'neutral' },
      question: t(`diagnostics.question.${signal.kind}`),
      explanation: t(`diagnostics.explain.${signal.kind}`),
      innocent: t(`diagnostics.innocent.${signal.kind}`),
      facts: factsOf(rows, context),
      sheets: sheets.length ? sheetTable(rows, sheets, context) : null,
      chart: deviationChart(rows, context),
      notes: rows.notes
        .filter((note) => note.signal === id)
        .map((note) => ({
          outcome: t(`diagnostics.outcome.${note.outcome}`),
          note: note.note,
          by: t('supervision.signal.notedBy', {
            name: note.noterName,
            at: formatInstant(lang, note.notedAt),
          }),
        })),
      summary: drawn.summary,
      outcome: drawn.radios('outcome'),
      note: drawn.textarea('note'),
    };
  };
}

function factsOf({ signal }: SignalRows, { t }: PageContext): SummaryList {
  const rows: [string, string][] = [
    [t('supervision.signal.statistic'), statisticText(t, signal)],
    [t('supervision.signal.p'), pText(t, signal.pValue)],
    [t('supervision.signal.adjusted'), pText(t, signal.adjustedPValue)],
    [t('supervision.signal.behind'), formatNumber(signal.sheets.length)],
  ];
  return { rows: rows.map(([term, value]) => ({ term, value, action: null })) };
}

function sheetTable(
  { round, seats, applications, signal }: SignalRows,
  sheets: readonly ExaminedSheet[],
  { t }: PageContext,
): TableNumbers {
  const names = new Map(seats.map((seat) => [seat.id, seat]));
  const known = new Map(applications.map((one) => [one.id, one]));
  const numeric = (key: string) => ({ label: t(`supervision.signal.${key}`), numeric: true });
  const pair = signal.otherJudge !== undefined;
  return table(
    'sheets',
    t('supervision.signal.sheets'),
    [
      { label: t('supervision.signal.application') },
      ...(pair ? [{ label: t('supervision.column.judge') }] : []),
      numeric('total'),
      numeric('others'),
      numeric('deviation'),
      numeric('order'),
      numeric('minutes'),
      numeric('characters'),
    ],
    inOrder(signal, sheets).map((sheet): Cell[] => {
      const { receiptNumber, merchantName, id } = known.get(sheet.entry)!;
      const { othersMean, total, readingSeconds } = sheet;
      return [
        {
          text: `${receiptNumber} ${merchantName}`.trim(),
          href: `/office/standings/${round.categoryId}/${id}`,
        },
        ...(pair ? [seatText(t, names, sheet.judge)] : []),
        points(t, total),
        othersMean === null ? '' : points(t, othersMean),
        othersMean === null ? '' : t('supervision.signed', { value: total - othersMean }),
        sheet.order === null ? '' : String(sheet.order),
        readingSeconds === null ? '' : points(t, readingSeconds / 60),
        sheet.documentCharacters ? formatNumber(sheet.documentCharacters) : '',
      ];
    }),
  );
}

/** As the judge went through them; the sheets of two judges pair by pair. */
function inOrder(signal: JudgeSignal, sheets: readonly ExaminedSheet[]): ExaminedSheet[] {
  const place = new Map(signal.sheets.map((id, at) => [id, at]));
  const placeOf = ({ id, order }: ExaminedSheet) =>
    signal.otherJudge === undefined ? (order ?? 0) : place.get(id)!;
  return sheets.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function points(t: PageContext['t'], value: number): string {
  return t('supervision.points', { value });
}
