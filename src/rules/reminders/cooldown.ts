/** Hours before the same people are reminded of the same thing again; our default. */
export const COOLDOWN_HOURS = {
  judges: 24,
  returns: 7 * 24,
  representative: 24,
  letters: 24,
} as const;

/** When somebody may be reminded again, or null when that is now. */
export function remindAgainAt(
  last: string | null,
  now: string,
  what: keyof typeof COOLDOWN_HOURS,
): string | null {
  if (last === null) return null;
  const again = new Date(Date.parse(last) + COOLDOWN_HOURS[what] * 3_600_000).toISOString();
  return again > now ? again : null;
}

/** Full hours until then, for a sentence. */
export function hoursUntil(then: string, now: string): number {
  return Math.ceil((Date.parse(then) - Date.parse(now)) / 3_600_000);
}
