import { expect } from '@jest/globals';
import type { Place } from './place.js';
import { conductPoints, cooperationPoints } from './recompute.js';

interface Locked {
  readonly applications: readonly {
    readonly receiptNumber: string;
    readonly indicatorPoints: Readonly<Record<string, number>>;
  }[];
}

/**
 * What follows from other verdicts is in the lock as a stranger finds it from the verdicts themselves: the
 * points for a file of which nothing was reduced (G19), and those for keeping the time (Y18).
 * @returns the points of both kinds, by receipt number
 */
export async function expectDerivedPoints(
  place: Place,
  programmeId: string,
): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
  const locks = await place.rows<{ result: string }>(
    `SELECT result FROM standing_lock WHERE programme_id = ? AND state = 'Locked'`,
    [programmeId],
  );
  const found = new Map<string, Readonly<Record<string, number>>>();
  for (const { result } of locks) {
    for (const { receiptNumber, indicatorPoints } of (JSON.parse(result) as Locked).applications) {
      const figures = await place.rows<{ key: string; claimed: string; verified: string | null }>(
        `SELECT f.key, f.claimed, f.verified FROM figure f JOIN application a ON a.id = f.application_id
         WHERE a.receipt_number = ?`,
        [receiptNumber],
      );
      const [{ asked }] = (await place.rows<{ asked: number }>(
        'SELECT correction_count AS asked FROM application WHERE receipt_number = ?',
        [receiptNumber],
      )) as [{ asked: number }];
      const value = (key: string) => figures.find((one) => one.key === key)?.verified ?? null;
      const own: Record<string, number> = {};
      if ('G19' in indicatorPoints) own.G19 = cooperationPoints(figures, asked);
      if ('Y18' in indicatorPoints) {
        const contradicted = value('tick.Y18.contradiction') === '1';
        own.Y18 = conductPoints(Number(value('overtimeSeconds')), contradicted);
      }
      const locked = Object.fromEntries(
        Object.keys(own).map((code) => [code, indicatorPoints[code]!]),
      );
      expect([receiptNumber, locked]).toEqual([receiptNumber, own]);
      found.set(receiptNumber, own);
    }
  }
  return found;
}
