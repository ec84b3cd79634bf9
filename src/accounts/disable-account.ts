import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { Refusal, conflict } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { Session } from '../web/sessions/session.entity.js';
import { Account } from './account.entity.js';
import { lockWithAdministrators, refuseLastAdministrator } from './last-administrator.js';

/** Closes an account and signs it out everywhere at once; its record stays. */
@Injectable()
export class DisableAccount {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, accountId: string): Promise<void> {
    if (accountId === actor.accountId) throw new Refusal('accounts.disable.own');
    await this.database.transaction(async () => {
      const account = await lockWithAdministrators(this.database, accountId);
      if (account.disabledAt) throw conflict('accounts.disable.already');
      await refuseLastAdministrator(this.database, accountId);
      account.disabledAt = this.clock.now();
      await this.database.repo(Account).save(account);
      await this.database.repo(Session).delete({ accountId });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'SystemAdmin',
        event: 'account.disable',
        subjectType: 'account',
        subjectId: accountId,
      });
    });
  }
}
