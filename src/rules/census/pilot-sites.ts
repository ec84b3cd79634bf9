/** Each division names at least one town and two villages as pilots. */
const PILOT_LEAST = { town: 1, village: 2 } as const;

export function pilotsComplete(counts: {
  readonly town: number;
  readonly village: number;
}): boolean {
  return counts.town >= PILOT_LEAST.town && counts.village >= PILOT_LEAST.village;
}
