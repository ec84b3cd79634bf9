import { groupBy } from '../../applications/group-by.js';
import type { LockedRound } from '../../judging/diagnostics/diagnostics.queries.js';
import type { JudgeSignal, SignalKind } from '../../rules/diagnostics/judge-signal.js';
import { SIGNAL_KINDS } from '../../rules/diagnostics/judge-signal.js';
import { signalId } from '../../rules/diagnostics/signal-id.js';
import { standsOut } from '../../rules/diagnostics/stands-out.js';
import type { PageContext } from '../../web/page-context.js';
import type { DiagnosticsRows } from './diagnostics-rows.js';
import { pText, seatText, statisticText } from './signal-words.js';

/** Every judge by every test, so that what is usual can be seen beside what stands out. */
export interface JudgeGrid {
  readonly id: string;
  readonly caption: string;
  readonly kinds: readonly string[];
  readonly judges: readonly {
    readonly name: string;
    readonly cells: readonly (GridCell | null)[];
  }[];
  readonly pages: readonly { readonly label: string; readonly href: string | null }[];
}

interface GridCell {
  readonly href: string;
  readonly statistic: string;
  readonly p: string;
  readonly standsOut: boolean;
}

const JUDGES = 40;

/** Where a judge has several tests of a kind (pairs, ties) the one with the strongest evidence. */
export function judgeGrid(
  round: LockedRound,
  signals: readonly JudgeSignal[],
  { seats, page }: Pick<DiagnosticsRows, 'seats' | 'page'>,
  context: PageContext,
): JudgeGrid {
  const { t } = context;
  const names = new Map(seats.map((seat) => [seat.id, seat]));
  const involved = signals.flatMap((signal) =>
    [signal.judge, signal.otherJudge ?? []].flat().map((judge) => ({ judge, signal })),
  );
  const byJudge = groupBy(involved, ({ judge }) => judge);
  const judges = seats.filter(({ id }) => byJudge.has(id));
  const shown = judges.slice((page - 1) * JUDGES, page * JUDGES);
  return {
    id: `judges-${round.kind}`,
    caption: t('supervision.diagnostics.grid', { round: t(`supervision.round.${round.kind}`) }),
    kinds: SIGNAL_KINDS.map((kind) => t(`diagnostics.kind.${kind}`)),
    judges: shown.map(({ id }) => ({
      name: seatText(t, names, id),
      cells: SIGNAL_KINDS.map((kind) => {
        const own = byJudge.get(id)!.map(({ signal }) => signal);
        const signal = strongest(own, kind);
        return signal && cellOf(round, signal, context);
      }),
    })),
    pages: pagesOf(round, judges.length, page, context),
  };
}

function strongest(signals: readonly JudgeSignal[], kind: SignalKind): JudgeSignal | null {
  const own = signals.filter((signal) => signal.kind === kind);
  return own.toSorted((a, b) => evidence(a) - evidence(b))[0] ?? null;
}

/** Tests without a p-value come last. */
function evidence({ adjustedPValue }: JudgeSignal): number {
  return adjustedPValue ?? 2;
}

function cellOf(round: LockedRound, signal: JudgeSignal, { t }: PageContext): GridCell {
  return {
    href: `/supervision/diagnostics/${round.categoryId}/signals/${signalId(round.id, signal)}`,
    statistic:
      signal.statistic === null ? t('supervision.signal.undefined') : statisticText(t, signal),
    p: signal.adjustedPValue === null ? '' : pText(t, signal.adjustedPValue),
    standsOut: standsOut(signal),
  };
}

function pagesOf(round: LockedRound, judges: number, page: number, { t }: PageContext) {
  const count = Math.ceil(judges / JUDGES);
  if (count < 2) return [];
  return Array.from({ length: count }, (_, at) => ({
    label: t('supervision.diagnostics.page', {
      from: at * JUDGES + 1,
      to: Math.min(judges, (at + 1) * JUDGES),
    }),
    href: at + 1 === page ? null : `/supervision/diagnostics/${round.categoryId}?page=${at + 1}`,
  }));
}
