import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import type { Actor } from '../../web/actor.js';
import { Account } from '../account.entity.js';
import { TakeCode, type TypedCode } from '../codes/take-code.js';
import { AfterMobile } from './after-mobile.js';
import { ownEntry } from './own-entry.js';

/** The code came back from the number of the account. */
@Injectable()
export class ConfirmMobile {
  constructor(
    private readonly database: Database,
    private readonly takeCode: TakeCode,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly follow: AfterMobile,
  ) {}

  async run(actor: Actor, typed: TypedCode): Promise<void> {
    await this.database.transaction(async () => {
      const account = await this.database.lock(Account, actor.accountId);
      await this.takeCode.run(typed, 'mobile', actor.accountId);
      account.mobileConfirmedAt = this.clock.now();
      await this.database.repo(Account).save(account);
      await this.journal.record(ownEntry(actor, 'account.confirmMobile'));
      await this.follow.run(actor);
    });
  }
}
