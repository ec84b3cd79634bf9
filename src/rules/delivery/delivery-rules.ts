/** Minutes until the next try, after the first, the second, …; the last is given up on. */
export const PAUSE_MINUTES = [2, 10, 60, 240, 720] as const;
export const MOST_ATTEMPTS = PAUSE_MINUTES.length + 1;

/** What is older than this says nothing new any more: a mail server that comes back sends no flood. */
const WORTH_HOURS = 72;
/** As long as the code itself holds. */
export const CODE_MINUTES = 30;
const DIGEST_MINUTES = 60;

const MINUTE = 60_000;

export interface WaitingDelivery {
  readonly id: string;
  readonly accountId: string | null;
  readonly urgent: boolean;
  readonly code: boolean;
  readonly attempts: number;
  readonly createdAt: string;
}

export function plusMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * MINUTE).toISOString();
}

/**
 * When it is tried again if this try comes to nothing, were it because the program ended in the middle.
 * @param attempts tries with this one
 */
export function nextTry(now: string, attempts: number): string {
  return plusMinutes(now, PAUSE_MINUTES[attempts - 1] ?? PAUSE_MINUTES.at(-1)!);
}

/** Why it is not sent any more; null while it still is. */
export function gaveUp(
  { attempts, createdAt, code }: WaitingDelivery,
  now: string,
): 'tries' | 'tooOld' | null {
  const worth = code ? CODE_MINUTES : WORTH_HOURS * 60;
  if (plusMinutes(createdAt, worth) <= now) return 'tooOld';
  return attempts >= MOST_ATTEMPTS ? 'tries' : null;
}

/**
 * What goes out next, of what is due: one urgent message by itself, or all else that waits for a person
 * in one letter, unless they had one within the hour.
 * @param waiting the oldest first
 * @param lastDigest account → instant of the last such letter
 */
export function nextLetter(
  waiting: readonly WaitingDelivery[],
  lastDigest: ReadonlyMap<string, string>,
  now: string,
): readonly WaitingDelivery[] {
  const urgent = waiting.find((one) => one.urgent);
  if (urgent) return [urgent];
  const first = waiting.find(({ accountId }) => {
    const last = lastDigest.get(accountId ?? '');
    return !last || plusMinutes(last, DIGEST_MINUTES) <= now;
  });
  return first ? waiting.filter(({ accountId }) => accountId === first.accountId) : [];
}
