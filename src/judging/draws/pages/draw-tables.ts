import { withinConflictShare } from '../../../rules/draw/check-supply.js';
import { alternateRounds } from '../../../rules/draw/alternate-rounds.js';
import { roundKinds } from '../../../programmes/round.entity.js';
import type { DrawRecord, DrawSkip } from '../../../rules/draw/draw-record.js';
import type { TableCell, TableNumbers } from '../../../web/component-models.js';
import type { PageContext, Translate } from '../../../web/page-context.js';
import type { Pool } from '../candidate-pool.js';
import type { DrawRow } from '../draw.queries.js';
import type { ExpertRow } from '../../experts/expert.queries.js';
import { groupName, groupVariables } from './draw-groups.js';
import { divisionName } from '../../experts/pages/expert.page.js';

/** Experts by id: records carry ids, readers want names. */
export type ExpertNames = ReadonlyMap<string, ExpertRow>;

type Column = readonly [key: string, numeric?: boolean];

/** The pool as it is now, before the list is frozen, with who is on the list and who is not. */
export function poolTable(pool: Pool, draw: DrawRow, context: PageContext): TableNumbers {
  const { t } = context;
  const excluded = new Map(draw.exclusions.map((one) => [one.expertId, one.reason]));
  const fields = new Set(draw.terms.fields.map(({ field }) => field));
  const { applications } = pool;
  const listing = ({ bar, expert, conflicts }: Pool['members'][number]) => {
    if (bar) return t('judging.draw.off', { reason: t(bar) });
    if (excluded.has(expert.id)) {
      return t('judging.draw.off', { reason: excluded.get(expert.id) ?? '' });
    }
    if (!fields.has(expert.field)) return t('judging.draw.offField');
    const seatable = withinConflictShare(conflicts, { ...draw.terms, applications });
    return t(seatable ? 'judging.draw.on' : 'judging.draw.onInConflict');
  };
  return drawTable(
    'draw-pool',
    t('judging.draw.poolCaption', { count: pool.members.length }),
    [['name'], ['organisation'], ['field'], ['division'], ['conflicts', true], ['listing']],
    pool.members.map((member) => [
      member.expert.name,
      member.expert.organisation,
      member.expert.field,
      divisionName(member.expert.divisionCode, context),
      String(member.conflicts),
      listing(member),
    ]),
    context,
  );
}

/** The frozen list in its own order, with the numbers that are hashed. */
export function candidateTable(
  draw: DrawRow,
  names: ExpertNames,
  context: PageContext,
): TableNumbers {
  const candidates = draw.candidates ?? [];
  return drawTable(
    'draw-candidates',
    context.t('judging.draw.candidatesCaption', { count: candidates.length }),
    [['expertId'], ['name'], ['organisation'], ['field'], ['division'], ['conflicts', true]],
    candidates.map((one) => [
      one.id,
      nameOf(one.id, names),
      groupName(draw, 'organisations', one.organisation, context),
      groupName(draw, 'fields', one.field, context),
      groupName(draw, 'divisions', one.division, context),
      String(one.conflicts),
    ]),
    context,
  );
}

export function exclusionTable(
  draw: DrawRow,
  names: ExpertNames,
  context: PageContext,
): TableNumbers | null {
  const { t } = context;
  if (!draw.exclusions.length) return null;
  return drawTable(
    'draw-exclusions',
    t('judging.draw.exclusionsCaption', { count: draw.exclusions.length }),
    [['name'], ['organisation'], ['reason']],
    draw.exclusions.map(({ expertId, reason, code }) => [
      nameOf(expertId, names),
      names.get(expertId)?.organisation ?? '',
      code ? t(code) : (reason ?? ''),
    ]),
    context,
  );
}

export function seatTable(
  draw: DrawRow,
  record: DrawRecord,
  names: ExpertNames,
  context: PageContext,
): TableNumbers {
  const { t } = context;
  const dealt = alternateRounds(record, draw.rounds > 1 ? roundKinds : []);
  const round = (expert: string) => dealt.get(expert);
  const row = (place: string, expert: string) => [
    place,
    nameOf(expert, names),
    names.get(expert)?.organisation ?? '',
    groupName(
      draw,
      'fields',
      record.candidates.find(({ id }) => id === expert)?.field ?? '',
      context,
    ),
    round(expert) ? t(`judging.draw.keptFor.${round(expert)!}`) : '',
  ];
  return drawTable(
    'draw-seats',
    t('judging.draw.seatsCaption', {
      seats: record.seats.length,
      alternates: record.alternates.length,
    }),
    [['place'], ['name'], ['organisation'], ['field'], ['keptFor']],
    [
      ...record.seats.map(({ seat, expert }) => row(memberPlace(seat, context), expert)),
      ...record.alternates.map(({ alternate, expert }) =>
        row(t('judging.seat.alternate', { number: alternate }), expert),
      ),
    ],
    context,
  );
}

/** Everybody in the order of the keys, and what became of each. */
export function orderTable(
  draw: DrawRow,
  record: DrawRecord,
  names: ExpertNames,
  context: PageContext,
): TableNumbers {
  return drawTable(
    'draw-order',
    context.t('judging.draw.orderCaption', { count: record.order.length }),
    [['position', true], ['name'], ['expertId'], ['key'], ['outcome']],
    record.order.map(({ expert, key }, index) => [
      String(index + 1),
      nameOf(expert, names),
      expert,
      key.slice(0, 16),
      drawOutcome(record, expert, index + 1, context, {
        skip: (skip) => groupVariables(draw, skip, context),
        seat: (seat) => memberPlace(seat, context),
      }),
    ]),
    context,
  );
}

/** How a reader is told of a skip and of a seat: the office by names, strangers by numbers. */
export interface OutcomeWords {
  readonly skip: (skip: DrawSkip) => DrawSkip['variables'];
  readonly seat: (number: number) => string;
}

/** What became of the expert at a position of the order. */
export function drawOutcome(
  { seats, alternates, skips }: DrawRecord,
  expert: string,
  position: number,
  context: PageContext,
  words: OutcomeWords,
): string {
  const { t } = context;
  const seat = seats.find((one) => one.expert === expert);
  if (seat) return words.seat(seat.seat);
  const reasons = skips
    .filter((one) => one.position === position)
    .map((skip) => t(skip.code, words.skip(skip)));
  const skipped = skippedText(reasons, t);
  const place = alternates.find((one) => one.expert === expert);
  if (!place) return skipped ?? t('judging.draw.unused');
  const alternate = t('judging.seat.alternate', { number: place.alternate });
  // Whoever was passed over for a seat may still be an alternate.
  return skipped ? t('judging.draw.alternateAfterSkip', { alternate, skipped }) : alternate;
}

/** Passed over for a seat, and perhaps once more for the alternates. */
function skippedText([reason, again]: readonly string[], t: Translate): string | undefined {
  if (!reason) return undefined;
  return again
    ? t('judging.draw.skippedTwice', { reason, again })
    : t('judging.draw.skipped', { reason });
}

/** Seat 1 leads: the one whom chance put first. */
function memberPlace(number: number, { t }: PageContext): string {
  const seat = t('judging.seat.member', { number });
  return number === 1 ? t('judging.seat.chair', { seat }) : seat;
}

function nameOf(expertId: string, names: ExpertNames): string {
  return names.get(expertId)?.name ?? expertId;
}

export function drawTable(
  id: string,
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { t }: PageContext,
): TableNumbers {
  return {
    id,
    caption,
    columns: columns.map(([key, numeric = false]) => ({
      label: t(`judging.draw.column.${key}`),
      unit: null,
      numeric,
    })),
    rows: rows.map((cells) => ({
      cutLine: false,
      cells: cells.map((text, index): TableCell => ({
        text,
        href: null,
        numeric: columns[index]?.[1] ?? false,
      })),
    })),
    totals: null,
  };
}
