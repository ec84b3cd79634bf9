export interface AssignableSeat {
  readonly id: string;
  readonly number: number;
  readonly alternate: boolean;
  readonly declared: boolean;
}

export interface SeatOnApplication {
  readonly seatId: string;
  readonly applicationId: string;
}

/**
 * Who scores what: the whole panel scores every application. Where a member is barred, or has not
 * answered for the application, the first free alternate in order takes the member's part, so that
 * every application keeps the same number of sheets. `answered` are the pairs that a judge may
 * score: declared without a relation, or cleared by the office.
 */
export function assignSheets(
  seats: readonly AssignableSeat[],
  applicationIds: readonly string[],
  answered: readonly SeatOnApplication[],
  barred: readonly SeatOnApplication[],
): readonly SeatOnApplication[] {
  const may = new Set(answered.map(pairKey));
  const mayNot = new Set(barred.map(pairKey));
  const ready = seats.filter(({ declared }) => declared).toSorted((a, b) => a.number - b.number);
  const members = ready.filter(({ alternate }) => !alternate);
  const alternates = ready.filter(({ alternate }) => alternate);
  return applicationIds.flatMap((applicationId) => {
    const free = ({ id }: AssignableSeat) => may.has(pairKey({ seatId: id, applicationId }));
    const out = ({ id }: AssignableSeat) => mayNot.has(pairKey({ seatId: id, applicationId }));
    const scoring = members.filter(free);
    const missing = members.filter(out).length;
    return [...scoring, ...alternates.filter(free).slice(0, missing)].map(({ id }) => ({
      seatId: id,
      applicationId,
    }));
  });
}

export function pairKey({ seatId, applicationId }: SeatOnApplication): string {
  return `${seatId} ${applicationId}`;
}
