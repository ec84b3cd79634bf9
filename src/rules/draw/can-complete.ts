import type { DrawCandidate, DrawTerms } from './draw-record.js';
import { type Kind, mostTogether, type RoomLeft } from './most-together.js';

export interface Unfinished {
  readonly terms: DrawTerms;
  /** Seated so far, then alternates so far. */
  readonly chosen: readonly DrawCandidate[];
  readonly emptySeats: number;
  readonly missingAlternates: number;
  /** Who may still be chosen, as far as conflicts and earlier draws go. */
  readonly pool: readonly DrawCandidate[];
}

/**
 * Whether the empty seats and the missing alternates can all be filled from the pool within every
 * limit. Exact: limits per organisation and division alone are a flow; where fields lack members as
 * well, each kind of candidate of such a field is tried with and without, and a branch that even the
 * flow cannot fill is left.
 */
export function canComplete(unfinished: Unfinished): boolean {
  const { terms, chosen, emptySeats, missingAlternates, pool } = unfinished;
  const lacking = lackingFields(terms, chosen);
  if (sum(lacking) > emptySeats) return false;
  return completes(kindsOf(pool), [], {
    terms,
    chosen,
    needed: emptySeats + missingAlternates,
    lacking,
  });
}

/** What each field still lacks of its least number of seats. */
export function lackingFields(
  { fields }: DrawTerms,
  chosen: readonly DrawCandidate[],
): ReadonlyMap<string, number> {
  return new Map(
    fields
      .map(({ field, minimum }) => {
        const found = chosen.filter((one) => one.field === field).length;
        return [field, minimum - found] as const;
      })
      .filter(([, number]) => number > 0),
  );
}

/** Room beside those chosen; the empty group has no limit. */
export function roomBeside(
  terms: DrawTerms,
  chosen: readonly Pick<DrawCandidate, 'organisation' | 'division'>[],
): RoomLeft {
  const left = (key: 'organisation' | 'division', limit: number) => (name: string) =>
    name === '' ? Infinity : limit - chosen.filter((one) => one[key] === name).length;
  return {
    organisation: left('organisation', terms.perOrganisation),
    division: left('division', terms.perDivision),
  };
}

export function kindsOf(pool: readonly DrawCandidate[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { organisation, division, field } of pool) {
    const key = JSON.stringify([organisation, division, field]);
    const count = (kinds.get(key)?.count ?? 0) + 1;
    kinds.set(key, { organisation, division, field, count });
  }
  return [...kinds.values()];
}

interface Search {
  readonly terms: DrawTerms;
  readonly chosen: readonly Pick<DrawCandidate, 'organisation' | 'division'>[];
  readonly needed: number;
  readonly lacking: ReadonlyMap<string, number>;
}

/** @param tried kinds chosen on the way to here */
function completes(kinds: readonly Kind[], tried: readonly Kind[], search: Search): boolean {
  const { terms, chosen, needed, lacking } = search;
  const room = roomBeside(terms, [...chosen, ...tried]);
  if (mostTogether(kinds, room, needed) < needed) return false;
  if (lacking.size === 0) return true;
  const wanted = kinds.filter(({ field }) => lacking.has(field));
  const least = sum(lacking);
  if (mostTogether(wanted, room, least) < least) return false;
  for (const [field, number] of lacking) {
    const own = wanted.filter((kind) => kind.field === field);
    if (mostTogether(own, room, number) < number) return false;
  }
  const next = wanted.find(
    ({ organisation, division }) =>
      room.organisation(organisation) > 0 && room.division(division) > 0,
  )!;
  const others = kinds.filter((kind) => kind !== next);
  const rest = next.count > 1 ? [...others, { ...next, count: next.count - 1 }] : others;
  const left = new Map(lacking);
  left.set(next.field, lacking.get(next.field)! - 1);
  if (left.get(next.field) === 0) left.delete(next.field);
  return (
    completes(rest, [...tried, next], { ...search, needed: needed - 1, lacking: left }) ||
    completes(others, tried, search)
  );
}

function sum(lacking: ReadonlyMap<string, number>): number {
  return [...lacking.values()].reduce((total, number) => total + number, 0);
}
