import { setTimeout as pause } from 'node:timers/promises';

/** How long a statement waits for another process that writes to the SQLite file, in milliseconds. */
export const LOCK_LIMIT = 5_000;

/**
 * Does what may meet the lock of another process, again and again until `until` (as `Date.now()`).
 * SQLite's own waiting would stop the whole process, pages that need no lock included, so its
 * connections do not wait at all.
 */
export async function patiently<T>(
  work: () => T | Promise<T>,
  until = Date.now() + LOCK_LIMIT,
): Promise<T> {
  for (let wait = 4; ; wait = Math.min(wait * 2, 40)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() + wait > until) throw error;
      await pause(wait);
    }
  }
}

export function isBusy(error: unknown): boolean {
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  return String(code).startsWith('SQLITE_BUSY') || (driverError ? isBusy(driverError) : false);
}
