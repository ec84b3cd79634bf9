import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { ChainHead } from '../journal/chain-head.entity.js';
import {
  type WaitingDelivery,
  gaveUp,
  nextLetter,
  nextTry,
  plusMinutes,
} from '../rules/delivery/delivery-rules.js';
import { type Channel, Delivery } from './delivery.entity.js';

/** How many waiting ones are looked at for one letter. */
const MOST = 200;

interface WaitingRow {
  readonly id: string;
  readonly accountId: string | null;
  readonly urgent: number;
  readonly template: string;
  readonly attempts: number;
  readonly createdAt: string;
}

/**
 * Takes the next letter of a channel: its deliveries are marked as tried, with the time of their next
 * try, before anything is sent. A process that dies while it sends leaves them to that next try, and the
 * head of the journal lets two processes choose one after the other, so none takes what the other has.
 */
@Injectable()
export class ClaimLetter {
  constructor(private readonly database: Database) {}

  /** @returns the ids of the letter's deliveries, the oldest first; none when nothing is due */
  async run(channel: Channel, now: string): Promise<readonly string[]> {
    if ((await this.due(channel, now, 1)).length === 0) return [];
    return this.database.transaction(async () => {
      await this.database.lock(ChainHead, 1);
      const waiting = (await this.due(channel, now, MOST)).map(asWaiting);
      await this.giveUp(waiting, now);
      const alive = waiting.filter((one) => gaveUp(one, now) === null);
      const letter = nextLetter(alive, await this.lastDigests(channel, now), now);
      for (const { id, attempts } of letter) {
        await this.database.repo(Delivery).update(id, {
          attempts: attempts + 1,
          triedAt: now,
          dueAt: nextTry(now, attempts + 1),
          letterId: letter[0]!.id,
        });
      }
      return letter.map(({ id }) => id);
    });
  }

  private due(channel: Channel, now: string, most: number): Promise<WaitingRow[]> {
    return this.database.rows<WaitingRow>(
      `SELECT id, account_id, urgent, template, attempts, created_at FROM delivery
       WHERE outcome IS NULL AND due_at <= ? AND channel = ?
       ORDER BY urgent DESC, created_at, id LIMIT ${most}`,
      [now, channel],
    );
  }

  private async giveUp(waiting: readonly WaitingDelivery[], now: string): Promise<void> {
    for (const one of waiting) {
      const reason = gaveUp(one, now);
      if (!reason) continue;
      // What the server said last is worth more than that there were enough tries.
      const row = await this.database.repo(Delivery).findOneByOrFail({ id: one.id });
      await this.database.repo(Delivery).update(one.id, {
        outcome: 'failed',
        endedAt: now,
        reason: (reason === 'tries' && row.reason) || reason,
        sealed: null,
      });
    }
  }

  private async lastDigests(channel: Channel, now: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ accountId: string; last: string }>(
      `SELECT account_id, MAX(tried_at) AS last FROM delivery
       WHERE channel = ? AND urgent = 0 AND tried_at > ? GROUP BY account_id`,
      [channel, plusMinutes(now, -60)],
    );
    return new Map(rows.map(({ accountId, last }) => [accountId, last]));
  }
}

function asWaiting({ urgent, template, ...row }: WaitingRow): WaitingDelivery {
  return { ...row, urgent: urgent === 1, code: template.startsWith('code.') };
}
