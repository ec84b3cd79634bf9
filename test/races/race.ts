import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, test } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import { Refusal } from '../../src/rules/refusal.js';
import { fromSavedState } from '../support/case-tables.js';
import type { TestApp } from '../support/test-app.js';

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

type Act = () => Promise<unknown>;

/** Two acts that compete for one thing. */
export interface Pair {
  readonly acts: readonly [one: Act, other: Act];
  /** The sentences that the loser of each act may be told; none for an act that always goes through. */
  readonly told: readonly [one: readonly string[], other: readonly string[]];
  /** One may follow the other: then both may be done. */
  readonly both?: boolean;
  /** What must be true afterwards, whoever was first. */
  readonly after: () => Promise<void>;
}

/** Runs each pair at once, with the one ahead and with the other ahead, from the state of `beforeAll`. */
export function raceTable(
  app: () => TestApp,
  cases: readonly (readonly [title: string, arrange: () => Promise<Pair>])[],
): void {
  fromSavedState(app);
  const rows = cases.flatMap(
    ([title, arrange]) =>
      [
        [title, 'first', arrange],
        [title, 'second', arrange],
      ] as const,
  );
  test.each(rows)('%s, the %s ahead', async (_title, ahead, arrange) => {
    const { acts, told, both, after } = await arrange();
    const order = ahead === 'first' ? [0, 1] : [1, 0];
    const results = await Promise.allSettled(order.map((at) => acts[at]!()));
    const lost = results.flatMap((result, at) =>
      result.status === 'rejected' ? [{ at: order[at]!, reason: result.reason as unknown }] : [],
    );
    for (const { at, reason } of lost) {
      if (!(reason instanceof Refusal)) throw reason;
      expect(told[at]).toContain(reason.code);
      expect(reason.kind).toBe('conflict');
    }
    expect(lost.length).toBeLessThanOrEqual(1);
    if (!both) expect(lost).toHaveLength(1);
    await after();
  });
}
