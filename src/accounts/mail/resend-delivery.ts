import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Delivery } from '../../notifications/delivery.entity.js';
import { DeliverySignal } from '../../notifications/delivery-signal.js';
import { conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';

/** What was given up on waits again from now, as a new one does; a code is not sent a second time. */
@Injectable()
export class ResendDelivery {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly signal: DeliverySignal,
  ) {}

  async run(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const delivery = await this.database.lock(Delivery, id);
      if (delivery.outcome !== 'failed') throw conflict('accounts.mail.notFailed');
      if (!delivery.messageId) throw conflict('accounts.mail.codeGone');
      await this.again(actor, [id], { delivery: id });
    });
  }

  /** @returns how many messages wait again */
  async all(actor: Actor): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.database.rows<{ id: string }>(
        `SELECT id FROM delivery WHERE outcome = 'failed' AND message_id IS NOT NULL ORDER BY id`,
      );
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) throw conflict('accounts.mail.noneFailed');
      await this.database.lockAll(Delivery, ids);
      await this.again(actor, ids, { deliveries: ids.length });
      return ids.length;
    });
  }

  private async again(actor: Actor, ids: readonly string[], details: object): Promise<void> {
    const now = new Date().toISOString();
    const waits = { outcome: null, endedAt: null, attempts: 0, createdAt: now, dueAt: now };
    for (const id of ids) await this.database.repo(Delivery).update(id, waits);
    await this.journal.record({
      actorId: actor.accountId,
      actorRole: 'SystemAdmin',
      event: 'mail.resend',
      subjectType: 'account',
      subjectId: actor.accountId,
      details: { ...details },
    });
    await this.database.afterCommit(() => this.signal.ring());
  }
}
