/** A place on the panel of one category, as far as its composition matters. */
export interface PanelSeat {
  readonly number: number;
  readonly organisation: string;
  /** Null for an expert from outside the city. */
  readonly division: string | null;
  readonly chair: boolean;
  readonly alternate: boolean;
}

export const PANEL_MINIMUM = 5;

const MOST_OF_DIVISION = 2;

export interface PanelProblem {
  readonly code: string;
  readonly variables: Readonly<Record<string, string | number>>;
}

/**
 * What keeps a panel from being opened: an odd number of at least five members with one chair, at
 * most one person of an organisation (alternates counted) and two of a division. Empty when sound.
 */
export function panelProblems(seats: readonly PanelSeat[]): readonly PanelProblem[] {
  const members = seats.filter(({ alternate }) => !alternate);
  const count = members.length;
  const chairs = members.filter(({ chair }) => chair).length;
  return [
    ...(count < PANEL_MINIMUM
      ? [problem('judging.panel.tooFew', { count, minimum: PANEL_MINIMUM })]
      : []),
    ...(count >= PANEL_MINIMUM && count % 2 === 0
      ? [problem('judging.panel.evenNumber', { count })]
      : []),
    ...(chairs === 1 ? [] : [problem('judging.panel.oneChair', { count: chairs })]),
    ...moreThan(1, seats, ({ organisation }) => organisation).map((organisation) =>
      problem('judging.panel.organisationTwice', { organisation }),
    ),
    ...moreThan(MOST_OF_DIVISION, members, ({ division }) => division).map((division) =>
      problem('judging.panel.divisionTooMany', { division, most: MOST_OF_DIVISION }),
    ),
  ];
}

/** Problems that one more seat would bring; size and chair are settled when the panel is complete. */
export function seatingProblems(
  seats: readonly PanelSeat[],
  added: PanelSeat,
): readonly PanelProblem[] {
  const lasting = (problems: readonly PanelProblem[]) =>
    problems.filter(({ code }) => BROKEN_BY_A_SEAT.includes(code));
  const before = lasting(panelProblems(seats)).map(({ variables }) => JSON.stringify(variables));
  return lasting(panelProblems([...seats, added])).filter(
    ({ variables }) => !before.includes(JSON.stringify(variables)),
  );
}

const BROKEN_BY_A_SEAT = ['judging.panel.organisationTwice', 'judging.panel.divisionTooMany'];

/** The number a new seat gets: members count from 1, alternates from 101, gaps are filled. */
export function nextSeatNumber(taken: readonly number[], alternate: boolean): number {
  let number = alternate ? 101 : 1;
  while (taken.includes(number)) number += 1;
  return number;
}

function problem(code: string, variables: PanelProblem['variables']): PanelProblem {
  return { code, variables };
}

function moreThan(
  most: number,
  seats: readonly PanelSeat[],
  of: (seat: PanelSeat) => string | null,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const seat of seats) {
    const key = of(seat);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > most).map(([key]) => key);
}
