const MINUTES = 30;

/** The last moment at which an upload begun at an instant may complete (process §10, K3). */
export function completesBy(startedAt: string): string {
  return new Date(Date.parse(startedAt) + MINUTES * 60_000).toISOString();
}

/** Whether something begun at `startedAt` is treated as done then, although it is `now` already. */
export function countsAsBegun(startedAt: string, now: string): boolean {
  return startedAt <= now && now < completesBy(startedAt);
}

/**
 * Until when a draft is accepted: the deadline, or 30 minutes after the start of the last upload that
 * began before it.
 */
export function acceptsUntil(closesAt: string, begun: readonly string[]): string {
  const last = begun
    .filter((startedAt) => startedAt < closesAt)
    .toSorted()
    .at(-1);
  const until = last ? completesBy(last) : closesAt;
  return until > closesAt ? until : closesAt;
}
