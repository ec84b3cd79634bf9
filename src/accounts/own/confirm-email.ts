import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Account } from '../account.entity.js';
import { TakeCode, type TypedCode } from '../codes/take-code.js';
import { ownEntry } from './own-entry.js';

/** The code came back: from now on mail goes to this address, and nothing of what was written before. */
@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly database: Database,
    private readonly takeCode: TakeCode,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, typed: TypedCode): Promise<void> {
    await this.database.transaction(async () => {
      const account = await this.database.lock(Account, actor.accountId);
      const email = await this.takeCode.run(typed, 'email', actor.accountId);
      // No row stands for an address: of two who confirm the same at once the second sees the first.
      await this.journal.hold();
      const other = await this.database.row(
        `SELECT id FROM account WHERE LOWER(email) = ? AND email_confirmed_at IS NOT NULL
           AND disabled_at IS NULL AND id <> ?`,
        [email.toLowerCase(), actor.accountId],
      );
      if (other) throw new Refusal('accounts.email.taken', {}, 'code');
      await this.database
        .repo(Account)
        .save(Object.assign(account, { email, emailConfirmedAt: this.clock.now() }));
      await this.journal.record(ownEntry(actor, 'account.confirmEmail'));
    });
  }
}
