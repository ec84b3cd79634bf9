import type { AssignmentDifference } from '../../../rules/assignment/compare-assignments.js';
import { type SeatOnApplication, pairKey } from '../../../rules/rounds/sheet-assignment.js';
import { formatNumber } from '../../../text/format.js';
import type { TableCell, TableNumbers } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { RoundState, SittingJudge } from '../round-facts.js';
import { seatLabel } from '../../panel/pages/panel.page.js';

/** Applications that a page shows; the CSV file has them all. */
const SHOWN_APPLICATIONS = 200;

/** How many applications each judge has, and would have. @param limits of a plan that has any */
export function loadTable(
  { seats, facts, present }: RoundState,
  planned: readonly SeatOnApplication[] | null,
  limits: ReadonlyMap<string, number> | null,
  context: PageContext,
): TableNumbers {
  const { t } = context;
  const begun = facts.sheets.filter((sheet) => sheet.begun && !sheet.voided);
  const counts = [facts.barred, begun, present, ...(planned ? [planned] : [])].map(countBySeat);
  const shown = seats.filter(
    ({ id, alternate }) => alternate === 0 || counts.slice(1).some((count) => count.has(id)),
  );
  const columns = ['barred', 'begun', 'present', ...(planned ? ['planned'] : [])];
  return {
    id: planned ? 'planned-loads' : 'loads',
    caption: t(`assignment.loads.caption.${planned ? 'planned' : 'present'}`),
    columns: [
      { label: t('judging.panel.seat'), unit: null, numeric: false },
      { label: t('judging.expert.name'), unit: null, numeric: false },
      ...(limits ? [{ label: t('assignment.loads.limit'), unit: null, numeric: true }] : []),
      ...columns.map((name) => ({
        label: t(`assignment.loads.${name}`),
        unit: null,
        numeric: true,
      })),
    ],
    rows: shown.map((seat) => ({
      cutLine: false,
      cells: [
        text(seatLabel(seat, context)),
        text(seat.name),
        ...(limits ? [limitCell(limits.get(seat.id), facts.applications.length, t)] : []),
        ...counts.map((count) => figure(count.get(seat.id) ?? 0)),
      ],
    })),
    totals: [
      text(t('assignment.loads.total')),
      text(''),
      ...(limits ? [text('')] : []),
      ...counts.map((count) => figure([...count.values()].reduce((sum, one) => sum + one, 0))),
    ],
  };
}

/** Which judges each application gets, and what changes for it. */
export function applicationTable(
  { seats, applications }: RoundState,
  planned: readonly SeatOnApplication[],
  difference: AssignmentDifference | null,
  context: PageContext,
): TableNumbers {
  const { t } = context;
  const namesOf = (pairs: readonly SeatOnApplication[], applicationId: string) =>
    judgesOf(seats, pairs, applicationId)
      .map((seat) =>
        t('assignment.applications.judge', { seat: seatLabel(seat, context), name: seat.name }),
      )
      .join(t('navigation.listComma'));
  const change = (applicationId: string) =>
    (['added', 'withdrawn'] as const)
      .map((part) => ({ part, judges: namesOf(difference?.[part] ?? [], applicationId) }))
      .filter(({ judges }) => judges)
      .map(({ part, judges }) => t(`assignment.applications.${part}`, { judges }))
      .join(' ');
  return {
    id: 'applications',
    caption: t('assignment.applications.caption', {
      count: applications.length,
      shown: Math.min(applications.length, SHOWN_APPLICATIONS),
    }),
    columns: [
      t('judging.sheet.number'),
      t('judging.sheet.merchant'),
      t('assignment.applications.judges'),
      ...(difference ? [t('assignment.applications.change')] : []),
    ].map((label) => ({ label, unit: null, numeric: false })),
    rows: applications.slice(0, SHOWN_APPLICATIONS).map(({ id, number, name }) => ({
      cutLine: false,
      cells: [
        text(number),
        text(name),
        text(namesOf(planned, id) || t('assignment.applications.nobody')),
        ...(difference ? [text(change(id))] : []),
      ],
    })),
    totals: null,
  };
}

export function judgesOf(
  seats: readonly SittingJudge[],
  pairs: readonly SeatOnApplication[],
  applicationId: string,
): readonly SittingJudge[] {
  const held = new Set(pairs.filter((pair) => pair.applicationId === applicationId).map(pairKey));
  return held.size
    ? seats.filter(({ id }) => held.has(pairKey({ seatId: id, applicationId })))
    : [];
}

function countBySeat(pairs: readonly SeatOnApplication[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { seatId } of pairs) counts.set(seatId, (counts.get(seatId) ?? 0) + 1);
  return counts;
}

function limitCell(limit: number | undefined, all: number, t: PageContext['t']): TableCell {
  if (limit !== undefined && limit < all) return figure(limit);
  return { ...text(t(`assignment.loads.${limit === undefined ? 'out' : 'none'}`)), numeric: true };
}

function text(content: string): TableCell {
  return { text: content, href: null, numeric: false };
}

function figure(value: number): TableCell {
  return { text: formatNumber(value), href: null, numeric: true };
}
