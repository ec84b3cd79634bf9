import type { DiagnosticsRows } from './diagnostics-rows.js';
import type { DiagnosedSeat } from '../../judging/diagnostics/diagnostics.queries.js';
import type { RoundDiagnostics } from '../../judging/diagnostics/read-diagnostics.js';
import type { JudgeSignal } from '../../rules/diagnostics/judge-signal.js';
import { SIGNAL_KINDS } from '../../rules/diagnostics/judge-signal.js';
import { signalId } from '../../rules/diagnostics/signal-id.js';
import { standsOut } from '../../rules/diagnostics/stands-out.js';
import { formatInstant, formatNumber } from '../../text/format.js';
import type { TableNumbers } from '../../web/component-models.js';
import type { Breadcrumb } from '../../web/layout-model.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { JudgeOnAnchors } from '../../judging/anchors/anchor-diagnostics.queries.js';
import type { RepeatsOfCategory } from '../../judging/repeats/repeat-drift.queries.js';
import { anchorTable } from './anchor-table.js';
import { repeatTables } from './repeat-tables.js';
import { type JudgeGrid, judgeGrid } from './judge-grid.js';
import { judgeText, pText, statisticText } from './signal-words.js';
import { table } from './table.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'supervision/diagnostics': DiagnosticsPage;
  }
}

export interface DiagnosticsPage extends PageFrame {
  readonly id: string;
  readonly programme: string;
  readonly rounds: readonly RoundModel[];
  /** How far judges were from the reference of the anchors; null where there were none. */
  readonly anchors: TableNumbers | null;
  /** Of files that judges scored twice; none where no round had them. */
  readonly repeats: readonly TableNumbers[];
  /** Some round has no examination and none is on its way. */
  readonly mayCompute: boolean;
  readonly explanations: readonly {
    readonly term: string;
    readonly question: string;
    readonly statistic: string;
    readonly innocent: string;
  }[];
}

interface RoundModel {
  readonly heading: string;
  readonly waiting: { readonly text: string; readonly href: string | null } | null;
  readonly summary: string;
  readonly signals: TableNumbers | null;
  readonly left: string | null;
  readonly grid: JudgeGrid | null;
}

/** Rows of the list of signals; what is left out has the larger p-values. */
const MOST = 60;

interface Beside {
  readonly anchors: readonly JudgeOnAnchors[];
  readonly repeats: RepeatsOfCategory;
}

export function diagnosticsPage(rows: DiagnosticsRows, { anchors, repeats }: Beside) {
  return (context: PageContext): DiagnosticsPage => {
    const { t } = context;
    const { round } = rows.found[0]!;
    return {
      title: t('supervision.diagnostics.of', { category: categoryName(round, context) }),
      breadcrumbs: diagnosticsCrumbs(round, context, null),
      id: round.categoryId,
      programme: round.programmeName,
      rounds: rows.found.map((one) => roundModel(one, rows, context)),
      anchors: anchors.length ? anchorTable(anchors, context) : null,
      repeats: repeatTables(repeats, context),
      mayCompute: rows.found.some(({ job, examination }) => !examination && !isOpen(job)),
      explanations: SIGNAL_KINDS.map((kind) => ({
        term: t(`diagnostics.kind.${kind}`),
        question: t(`diagnostics.question.${kind}`),
        statistic: t(`diagnostics.explain.${kind}`),
        innocent: t(`diagnostics.innocent.${kind}`),
      })),
    };
  };
}

export function diagnosticsCrumbs(
  round: RoundDiagnostics['round'],
  context: PageContext,
  last: string | null,
): Breadcrumb[] {
  const { t } = context;
  const own = categoryName(round, context);
  return [
    { label: t('supervision.title'), href: '/supervision' },
    { label: t('supervision.diagnostics.title'), href: '/supervision/diagnostics' },
    { label: own, href: last === null ? null : `/supervision/diagnostics/${round.categoryId}` },
    ...(last === null ? [] : [{ label: last, href: null }]),
  ];
}

function categoryName(
  { nameZh, nameEn }: RoundDiagnostics['round'],
  { lang }: Pick<PageContext, 'lang'>,
): string {
  return lang === 'en' ? nameEn : nameZh;
}

function isOpen(job: RoundDiagnostics['job']): boolean {
  return job?.state === 'queued' || job?.state === 'running';
}

function roundModel(
  { round, job, examination }: RoundDiagnostics,
  rows: DiagnosticsRows,
  context: PageContext,
): RoundModel {
  const { t, lang } = context;
  const heading = t(`supervision.round.${round.kind}`);
  if (!examination) {
    const waiting = isOpen(job)
      ? { text: t('supervision.diagnostics.computing'), href: `/office/jobs/${job!.id}` }
      : { text: t('supervision.diagnostics.notComputed'), href: null };
    return { heading, waiting, summary: '', signals: null, left: null, grid: null };
  }
  const { signals, sheets } = examination;
  const found = inOrder(signals.filter(standsOut), rows.seats);
  const judges = new Set(sheets.map(({ judge }) => judge));
  return {
    heading,
    waiting: null,
    summary: t('supervision.diagnostics.summary', {
      sheets: sheets.length,
      judges: judges.size,
      tests: signals.length,
      signals: found.length,
      lockedAt: formatInstant(lang, round.lockedAt),
    }),
    signals: found.length ? signalTable(round, found.slice(0, MOST), rows, context) : null,
    left:
      found.length > MOST
        ? t('supervision.diagnostics.left', { count: found.length - MOST })
        : null,
    grid: judgeGrid(round, signals, rows, context),
  };
}

/** Severity comes last: where all judges score everything it moves nobody, and it is never rare. */
function inOrder(signals: readonly JudgeSignal[], seats: readonly DiagnosedSeat[]): JudgeSignal[] {
  const places = new Map(seats.map(({ id }, at) => [id, at]));
  return signals.toSorted((a, b) => {
    const ordinary = Number(a.kind === 'severity') - Number(b.kind === 'severity');
    const evidence = (a.adjustedPValue ?? 1) - (b.adjustedPValue ?? 1);
    return ordinary || evidence || (places.get(a.judge) ?? 0) - (places.get(b.judge) ?? 0);
  });
}

function signalTable(
  round: RoundDiagnostics['round'],
  found: readonly JudgeSignal[],
  { seats, notes }: DiagnosticsRows,
  { t }: PageContext,
): TableNumbers {
  const names = new Map(seats.map((seat) => [seat.id, seat]));
  return table(
    `signals-${round.kind}`,
    t('supervision.diagnostics.signals', { round: t(`supervision.round.${round.kind}`) }),
    [
      { label: t('supervision.signal.kind') },
      { label: t('supervision.column.judge') },
      { label: t('supervision.signal.statistic'), numeric: true },
      { label: t('supervision.signal.adjusted'), numeric: true },
      { label: t('supervision.column.sheets'), numeric: true },
      { label: t('supervision.signal.outcome') },
    ],
    found.map((signal) => {
      const id = signalId(round.id, signal);
      const note = notes.find((one) => one.signal === id);
      return [
        {
          text: t(`diagnostics.kind.${signal.kind}`),
          href: `/supervision/diagnostics/${round.categoryId}/signals/${id}`,
        },
        judgeText(t, names, signal),
        statisticText(t, signal),
        pText(t, signal.adjustedPValue),
        formatNumber(signal.sheets.length),
        t(note ? `diagnostics.outcome.${note.outcome}` : 'supervision.signal.open'),
      ];
    }),
  );
}
