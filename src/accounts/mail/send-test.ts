import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Dispatch } from '../../notifications/dispatch.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { wayOf } from '../own/ask-recovery.js';

/** A test to an address that the administrator names: it goes the way of every message. */
@Injectable()
export class SendTest {
  constructor(
    private readonly database: Database,
    private readonly dispatch: Dispatch,
    private readonly journal: Journal,
  ) {}

  async run(actor: Actor, { address: typed }: { readonly address: string }): Promise<void> {
    const { channel, address } = wayOf(typed);
    if (!this.dispatch.has(channel))
      throw new Refusal(`accounts.code.no.${channel}`, {}, 'address');
    const { accountId } = actor;
    await this.database.transaction(async () => {
      await this.dispatch.note({ channel, template: 'test', address, variables: {}, accountId });
      await this.journal.record({
        actorId: accountId,
        actorRole: 'SystemAdmin',
        event: 'mail.test',
        subjectType: 'account',
        subjectId: accountId,
        details: { channel },
      });
    });
  }
}
