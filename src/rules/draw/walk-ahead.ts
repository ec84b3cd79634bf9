import { canComplete } from './can-complete.js';
import { checkSupply, withinConflictShare } from './check-supply.js';
import type {
  DrawAlternate,
  DrawCandidate,
  DrawCarryOver,
  DrawSeat,
  DrawSkip,
  DrawTerms,
} from './draw-record.js';
import { fieldSkip, limitSkip, skip, type Skip, type Walk } from './walk-order.js';

/**
 * Steps 6 and 7 of algorithm 2: walks the order for the empty seats, then from its head again for the
 * alternates, who may have been passed over for a seat. Nobody is accepted with whom the rest could
 * no longer be filled, so a list that can be filled at all is filled in every order. The limits per
 * organisation and division hold for panel and alternates together, so that any alternate can take
 * any seat without breaking them.
 *
 * @throws RuleError as `checkSupply`
 */
export function walkAhead(
  ordered: readonly DrawCandidate[],
  terms: DrawTerms,
  carryOver: DrawCarryOver,
): Walk {
  checkSupply({ terms, candidates: ordered }, carryOver);
  const byId = new Map(ordered.map((candidate) => [candidate.id, candidate]));
  const seats: DrawSeat[] = [...carryOver.seated];
  const alternates: DrawAlternate[] = [];
  const skips: DrawSkip[] = [];
  const chosen = seats.map(({ expert }) => byId.get(expert)!);
  const emptySeats = Array.from({ length: terms.panelSize }, (_, index) => index + 1).filter(
    (seat) => !seats.some((taken) => taken.seat === seat),
  );
  // Who cannot be chosen at any stage; the positions keep their first reason.
  const settled = new Set<string>();
  for (const stage of ['panel', 'alternates'] as const) {
    for (const [index, candidate] of ordered.entries()) {
      const done =
        stage === 'panel' ? emptySeats.length === 0 : alternates.length === terms.alternates;
      if (done) break;
      if (settled.has(candidate.id)) continue;
      const standing = { terms, carryOver, chosen, emptySeats: emptySeats.length };
      const barred = barredBy(candidate, terms, carryOver) ?? limitSkip(candidate, standing);
      const reason = barred ?? aheadSkip(candidate, standing, alternates.length, ordered);
      if (barred || !reason) settled.add(candidate.id);
      if (reason) {
        skips.push({ position: index + 1, expert: candidate.id, stage, ...reason });
        continue;
      }
      chosen.push(candidate);
      if (stage === 'panel') seats.push({ seat: emptySeats.shift()!, expert: candidate.id });
      else alternates.push({ alternate: alternates.length + 1, expert: candidate.id });
    }
  }
  return { seats: seats.toSorted((left, right) => left.seat - right.seat), alternates, skips };
}

function barredBy(
  { id, conflicts }: DrawCandidate,
  terms: DrawTerms,
  { seated, departed }: DrawCarryOver,
): Skip | undefined {
  if (seated.some(({ expert }) => expert === id)) return skip('seated', {});
  if (departed.includes(id)) return skip('departed', {});
  if (withinConflictShare(conflicts, terms)) return undefined;
  return skip('conflicts', { conflicts, applications: terms.applications });
}

function aheadSkip(
  candidate: DrawCandidate,
  standing: Parameters<typeof fieldSkip>[1],
  alternates: number,
  ordered: readonly DrawCandidate[],
): Skip | undefined {
  const { terms, carryOver, emptySeats } = standing;
  const chosen = [...standing.chosen, candidate];
  const forSeat = emptySeats > 0;
  const completable = canComplete({
    terms,
    chosen,
    emptySeats: forSeat ? emptySeats - 1 : 0,
    missingAlternates: terms.alternates - alternates - (forSeat ? 0 : 1),
    pool: ordered.filter((other) => !chosen.includes(other) && !barredBy(other, terms, carryOver)),
  });
  return completable ? undefined : (fieldSkip(candidate, standing) ?? skip('ahead', {}));
}
