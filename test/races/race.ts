import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '../../src/database/database.js';
import { Refusal } from '../../src/rules/refusal.js';

/** Lets two acts run at the same time. Exactly one must be done; gives what the other was told. */
export async function race(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<Refusal> {
  const results = await Promise.allSettled([one(), other()]);
  const lost = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  if (lost.length !== 1) throw new Error(`${results.length - lost.length} of two acts were done.`);
  const [told] = lost;
  if (!(told instanceof Refusal)) throw told;
  return told;
}

/**
 * Holds a row, lets `act` begin, changes the row and lets go: the act must then decide on the row as it
 * is. Gives what it was told; null when it was done.
 */
export async function raceChange(
  database: Database,
  held: {
    readonly entity: new () => { id: string };
    readonly id: string;
    readonly change: object;
  },
  act: () => Promise<unknown>,
): Promise<Refusal | null> {
  const { entity, id, change } = held;
  let done: Promise<Refusal | null> | undefined;
  await database.transaction(async () => {
    await database.lock(entity, id);
    // Outside of this transaction's context, as another request is.
    done = new Promise((resolve, reject) => {
      outside(() => {
        act().then(
          () => resolve(null),
          (error: unknown) => (error instanceof Refusal ? resolve(error) : reject(error)),
        );
      });
    });
    await pause(150);
    await database.repo(entity).update(id, change);
  });
  return done!;
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A snapshot of the asynchronous context in which nothing is open. */
const outside = AsyncLocalStorage.snapshot();

/** Opens connections, so that two acts do not follow each other because one waits for its own. */
export async function warmUp(database: Database): Promise<void> {
  const rests = Array.from({ length: 4 }, () => database.transaction(() => pause(50)));
  await Promise.all(rests);
}
