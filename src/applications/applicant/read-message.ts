import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Message } from '../../notifications/message.entity.js';
import { missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';

/** Marks one of the actor's own messages as read and says where it leads. */
@Injectable()
export class ReadMessage {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, messageId: string): Promise<{ path: string }> {
    return this.database.transaction(async () => {
      const messages = this.database.repo(Message);
      const message = await messages.findOneBy({ id: messageId, accountId: actor.accountId });
      if (!message) throw missing();
      message.readAt ??= this.clock.now();
      await messages.save(message);
      return { path: message.path };
    });
  }
}
