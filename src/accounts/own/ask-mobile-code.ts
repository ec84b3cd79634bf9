import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Account } from '../account.entity.js';
import { IssueCode } from '../codes/issue-code.js';

/** Sends a code to the number that the account signs in with. */
@Injectable()
export class AskMobileCode {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly issueCode: IssueCode,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run({ accountId }: Actor): Promise<string> {
    return this.database.transaction(async () => {
      const account = await this.database.lock(Account, accountId);
      if (account.mobileConfirmedAt) throw conflict('accounts.mobile.confirmedAlready');
      const address = this.sealer.open(account.mobileSealed);
      return this.issueCode.run({ purpose: 'mobile', channel: 'sms', address, accountId });
    });
  }
}
