import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { checkMobile } from '../../rules/identifiers/contact-identifiers.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Account } from '../account.entity.js';
import { IssueCode } from '../codes/issue-code.js';

/** Sends a code to the number of now and one to the number to come. */
@Injectable()
export class AskMobileChange {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly issueCode: IssueCode,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(
    { accountId }: Actor,
    { mobile }: { readonly mobile: string },
  ): Promise<{ readonly oldId: string; readonly newId: string }> {
    const checked = checkMobile(mobile);
    if (!checked.ok) throw new Refusal(checked.code, {}, 'mobile');
    return this.database.transaction(async () => {
      const account = await this.database.lock(Account, accountId);
      const old = this.sealer.open(account.mobileSealed);
      if (old === checked.value) throw new Refusal('accounts.mobile.same', {}, 'mobile');
      const sms = { channel: 'sms', accountId, field: 'mobile' } as const;
      const oldId = await this.issueCode.run({ ...sms, purpose: 'oldMobile', address: old });
      const to = { ...sms, purpose: 'newMobile', address: checked.value } as const;
      return { oldId, newId: await this.issueCode.run(to) };
    });
  }
}
