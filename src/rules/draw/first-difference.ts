/** Where a record first departs from its own replay, e.g. `seats[2].expert`. */
export interface Difference {
  readonly path: string;
  readonly recorded: string;
  readonly recomputed: string;
}

/** Walks both values in the order of the replayed record; unknown extra fields are differences too. */
export function firstDifference(
  recorded: unknown,
  recomputed: unknown,
  path = '',
): Difference | undefined {
  if (!isContainer(recorded) || !isContainer(recomputed)) {
    return recorded === recomputed ? undefined : difference(path, recorded, recomputed);
  }
  const [recordedParts, parts] = [partsOf(recorded), partsOf(recomputed)];
  for (const name of new Set([...parts.keys(), ...recordedParts.keys()])) {
    const place = Array.isArray(recomputed) ? `${path}[${name}]` : `${path}.${name}`;
    const found = firstDifference(
      recordedParts.get(name),
      parts.get(name),
      place.replace(/^\./, ''),
    );
    if (found) return found;
  }
  return undefined;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function partsOf(container: object): Map<string, unknown> {
  return new Map<string, unknown>(Object.entries(container));
}

function difference(path: string, recorded: unknown, recomputed: unknown): Difference {
  return { path, recorded: text(recorded), recomputed: text(recomputed) };
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? '';
}
