import { RuleError } from '../rule-error.js';
import { canComplete, kindsOf, lackingFields, roomBeside } from './can-complete.js';
import type { DrawCarryOver, DrawTerms, FrozenList } from './draw-record.js';
import { mostTogether } from './most-together.js';

const NOBODY: DrawCarryOver = { seated: [], departed: [] };

/**
 * Refuses, before anybody commits to it, a list from which panel and alternates cannot be filled
 * within the limits. One that passes never fails at the meeting: the walk looks ahead.
 *
 * @throws RuleError `draw.supplyShort`, `draw.fieldShort`, `draw.supplyMixed`
 */
export function checkSupply(
  { terms, candidates }: Omit<FrozenList, 'hash'>,
  carryOver: DrawCarryOver = NOBODY,
): void {
  const seated = new Set(carryOver.seated.map(({ expert }) => expert));
  const chosen = candidates.filter(({ id }) => seated.has(id));
  const pool = candidates.filter(
    ({ id, conflicts }) =>
      !seated.has(id) && !carryOver.departed.includes(id) && withinConflictShare(conflicts, terms),
  );
  const emptySeats = terms.panelSize - chosen.length;
  const needed = emptySeats + terms.alternates;
  if (canComplete({ terms, chosen, emptySeats, missingAlternates: terms.alternates, pool })) return;
  const room = roomBeside(terms, chosen);
  const usable = mostTogether(kindsOf(pool), room, needed);
  if (usable < needed)
    throw new RuleError('draw.supplyShort', { candidates: candidates.length, usable, needed });
  for (const [field, minimum] of lackingFields(terms, chosen)) {
    const own = kindsOf(pool.filter((candidate) => candidate.field === field));
    const found = mostTogether(own, room, minimum);
    if (found < minimum) throw new RuleError('draw.fieldShort', { field, minimum, found });
  }
  throw new RuleError('draw.supplyMixed', { needed });
}

/** A candidate in conflict with more than the allowed share of the applications takes no seat. */
export function withinConflictShare(
  conflicts: number,
  { applications, conflictShare: [numerator, denominator] }: DrawTerms,
): boolean {
  return conflicts * denominator <= applications * numerator;
}
