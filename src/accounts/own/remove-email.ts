import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Account } from '../account.entity.js';
import { ownEntry } from './own-entry.js';

/** A person takes their mail address back; what still waits for it is dropped when its turn comes. */
@Injectable()
export class RemoveEmail {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run(actor: Actor): Promise<void> {
    await this.database.transaction(async () => {
      const account = await this.database.lock(Account, actor.accountId);
      if (account.email === null) throw conflict('accounts.email.none');
      await this.database
        .repo(Account)
        .save(Object.assign(account, { email: null, emailConfirmedAt: null }));
      await this.journal.record(ownEntry(actor, 'account.removeEmail'));
    });
  }
}
