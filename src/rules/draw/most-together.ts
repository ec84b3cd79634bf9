/** Candidates alike in all that the draw asks of them. */
export interface Kind {
  readonly organisation: string;
  readonly division: string;
  readonly field: string;
  readonly count: number;
}

export interface RoomLeft {
  readonly organisation: (name: string) => number;
  readonly division: (name: string) => number;
}

/**
 * How many of these can sit together under the limits per organisation and division, up to `wanted`:
 * the largest flow from organisations to divisions, by augmenting paths (Ford & Fulkerson 1956).
 */
export function mostTogether(kinds: readonly Kind[], room: RoomLeft, wanted: number): number {
  const flow = new Int32Array(kinds.length);
  const organisations = new Map<string, number>();
  const divisions = new Map<string, number>();
  const byOrganisation = positionsBy(kinds.map(({ organisation }) => organisation));
  const byDivision = positionsBy(kinds.map(({ division }) => division));

  const seatFrom = (organisation: string, tried: Set<string>): boolean => {
    for (const at of byOrganisation.get(organisation)!) {
      const { division, count } = kinds[at]!;
      if (flow[at] === count || tried.has(division)) continue;
      tried.add(division);
      const used = divisions.get(division) ?? 0;
      if (used < room.division(division)) {
        divisions.set(division, used + 1);
        flow[at]! += 1;
        return true;
      }
      // The division is full: someone of it may make way by another of their organisation.
      for (const other of byDivision.get(division)!) {
        if (flow[other] === 0 || !seatFrom(kinds[other]!.organisation, tried)) continue;
        flow[other]! -= 1;
        flow[at]! += 1;
        return true;
      }
    }
    return false;
  };

  let together = 0;
  for (const organisation of byOrganisation.keys()) {
    while (together < wanted) {
      const used = organisations.get(organisation) ?? 0;
      if (used >= room.organisation(organisation) || !seatFrom(organisation, new Set())) break;
      organisations.set(organisation, used + 1);
      together += 1;
    }
  }
  return together;
}

function positionsBy(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  names.forEach((name, at) => {
    const known = positions.get(name);
    if (known) known.push(at);
    else positions.set(name, [at]);
  });
  return positions;
}
