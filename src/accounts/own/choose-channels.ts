import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import type { Channels } from '../../rules/delivery/channels.js';
import type { Actor } from '../../web/actor.js';
import { Account } from '../account.entity.js';
import { ownEntry } from './own-entry.js';

/** What a person wants to be sent; every message stays in the inbox of the site whatever is chosen. */
@Injectable()
export class ChooseChannels {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run(actor: Actor, { mailUrgent, mailOther, smsUrgent }: Channels): Promise<void> {
    const channels = { mailUrgent, mailOther, smsUrgent };
    await this.database.transaction(async () => {
      const account = await this.database.lock(Account, actor.accountId);
      await this.database.repo(Account).save(Object.assign(account, { channels }));
      await this.journal.record(ownEntry(actor, 'account.chooseChannels', channels));
    });
  }
}
