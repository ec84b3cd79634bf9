import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { checkEmail } from '../../rules/identifiers/contact-identifiers.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Account } from '../account.entity.js';
import { IssueCode } from '../codes/issue-code.js';

/** A person names a mail address; nothing is written to it but a code, until the code has come back. */
@Injectable()
export class GiveEmail {
  constructor(
    private readonly database: Database,
    private readonly issueCode: IssueCode,
  ) {}

  async run({ accountId }: Actor, { email }: { readonly email: string }): Promise<string> {
    const checked = checkEmail(email);
    if (!checked.ok) throw new Refusal(checked.code, {}, 'email');
    return this.database.transaction(async () => {
      await this.database.lock(Account, accountId);
      return this.issueCode.run({
        purpose: 'email',
        channel: 'mail',
        address: checked.value,
        accountId,
        field: 'email',
      });
    });
  }
}
