import { type AssignableSeat, type SeatOnApplication, pairKey } from './sheet-assignment.js';

/** One place of an assignment: whoever holds the seat of this number scores the application. */
export interface AssignedPlace {
  readonly seat: number;
  readonly applicationId: string;
}

export interface AssignedRound {
  readonly seats: readonly AssignableSeat[];
  readonly applicationIds: readonly string[];
  readonly places: readonly AssignedPlace[];
  /** Valid sheets that are already there. */
  readonly held: readonly SeatOnApplication[];
  /** Pairs that a judge may score: declared without a relation, or cleared by the office. */
  readonly answered: readonly SeatOnApplication[];
  readonly barred: readonly SeatOnApplication[];
}

/**
 * Who scores what where the office has assigned judges to applications: the holder of each assigned
 * seat number. A successor takes the number, and with it the places. Where the holder is barred or
 * the seat is empty, the first free alternate in order stands in; a holder whose answer is awaited
 * is waited for. What is held already stays.
 */
export function assignedSheets(round: AssignedRound): readonly SeatOnApplication[] {
  const may = new Set(round.answered.map(pairKey));
  const mayNot = new Set(round.barred.map(pairKey));
  const has = new Set(round.held.map(pairKey));
  const holders = new Map(round.seats.map((seat) => [seat.number, seat]));
  const alternates = round.seats
    .filter(({ alternate, declared }) => alternate && declared)
    .toSorted((a, b) => a.number - b.number);
  const placesOf = groups(round.places);
  const heldOf = groups(round.held);
  return round.applicationIds.flatMap((applicationId) => {
    const pair = ({ id }: AssignableSeat) => ({ seatId: id, applicationId });
    const free = (seat: AssignableSeat) =>
      seat.declared && may.has(pairKey(pair(seat))) && !mayNot.has(pairKey(pair(seat)));
    const assigned = (placesOf.get(applicationId) ?? []).map(({ seat }) => holders.get(seat));
    const lost = assigned.filter((seat) => !seat || mayNot.has(pairKey(pair(seat)))).length;
    const held = heldOf.get(applicationId) ?? [];
    const standing = held.filter(({ seatId }) => assigned.every((seat) => seat?.id !== seatId));
    const standIns = alternates
      .filter((seat) => free(seat) && !has.has(pairKey(pair(seat))) && !assigned.includes(seat))
      .slice(0, Math.max(0, lost - standing.length));
    const scoring = assigned.filter((seat) => seat !== undefined).filter(free);
    return [...scoring, ...standIns].map(pair);
  });
}

function groups<T extends { readonly applicationId: string }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const known = found.get(item.applicationId);
    if (known) known.push(item);
    else found.set(item.applicationId, [item]);
  }
  return found;
}
