import { RuleError } from '../rule-error.js';
import type { DrawCandidate, DrawTerms, FrozenList } from './draw-record.js';

/**
 * Refuses, before anybody commits to it, a list that no order can fill: the most people who may sit
 * together under the limits are fewer than panel and alternates, or a field has fewer than its least.
 */
export function checkSupply({ terms, candidates }: FrozenList): void {
  const needed = terms.panelSize + terms.alternates;
  const usable = candidates.filter(({ conflicts }) => withinConflictShare(conflicts, terms));
  const most = Math.min(
    upTo(usable, ({ organisation }) => organisation, terms.perOrganisation),
    upTo(usable, ({ division }) => division, terms.perDivision),
  );
  if (most < needed) {
    throw new RuleError('draw.supplyShort', {
      candidates: candidates.length,
      usable: most,
      needed,
    });
  }
  for (const { field, minimum } of terms.fields) {
    const found = usable.filter((candidate) => candidate.field === field).length;
    if (found < minimum) throw new RuleError('draw.fieldShort', { field, minimum, found });
  }
}

/** A candidate in conflict with more than the allowed share of the applications takes no seat. */
export function withinConflictShare(
  conflicts: number,
  { applications, conflictShare: [numerator, denominator] }: DrawTerms,
): boolean {
  return conflicts * denominator <= applications * numerator;
}

/** How many can sit together when each group has a limit; the empty group has none. */
function upTo(
  candidates: readonly DrawCandidate[],
  groupOf: (candidate: DrawCandidate) => string,
  limit: number,
): number {
  const sizes = new Map<string, number>();
  for (const candidate of candidates) {
    const group = groupOf(candidate);
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  return [...sizes].reduce(
    (sum, [group, size]) => sum + (group === '' ? size : Math.min(size, limit)),
    0,
  );
}
