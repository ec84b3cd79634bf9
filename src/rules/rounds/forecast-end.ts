/**
 * When the rest will be done at the pace so far: now + (now − begun) × left ÷ done, as an ISO
 * instant; null before the first one is done and when nothing is left.
 */
export function forecastEnd(
  begun: string | null,
  now: string,
  done: number,
  total: number,
): string | null {
  if (begun === null || done === 0 || done >= total) return null;
  const elapsed = Date.parse(now) - Date.parse(begun);
  const rest = Math.max(0, elapsed) * ((total - done) / done);
  return new Date(Date.parse(now) + Math.round(rest)).toISOString();
}
