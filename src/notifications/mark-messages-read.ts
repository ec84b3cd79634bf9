import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { Message } from './message.entity.js';

/** Marks one message read, or all of them; only the person's own. */
@Injectable()
export class MarkMessagesRead {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async one(actor: Actor, id: string): Promise<void> {
    const message = await this.database.repo(Message).findOneBy({ id, accountId: actor.accountId });
    if (!message) throw missing();
    if (message.readAt) return;
    await this.database.repo(Message).update({ id }, { readAt: this.clock.now() });
  }

  async all(actor: Actor): Promise<void> {
    await this.database.execute(
      'UPDATE message SET read_at = ? WHERE account_id = ? AND read_at IS NULL',
      [this.clock.now(), actor.accountId],
    );
  }
}
