import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { conflict } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { Account } from './account.entity.js';
import { oneTimePassword } from './one-time-password.js';
import { hashPassword } from './passwords.js';

/** A new one-time password for a person who came to the window; the old one and all sessions end. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run(actor: Actor, accountId: string): Promise<{ password: string }> {
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async () => {
      const account = await this.database.lock(Account, accountId);
      if (account.disabledAt) throw conflict('accounts.disable.already');
      Object.assign(account, { passwordHash, mustChangePassword: true });
      await this.database.repo(Account).save(account);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'SystemAdmin',
        event: 'account.resetPassword',
        subjectType: 'account',
        subjectId: accountId,
      });
    });
    return { password };
  }
}
