import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { checkEmail, checkMobile } from '../../rules/identifiers/contact-identifiers.js';
import { Refusal } from '../../rules/refusal.js';
import { IssueCode } from '../codes/issue-code.js';

/**
 * A code for whoever cannot sign in. Whether an account has the address is not asked here: the same rows
 * are written for every address, in the same time, and whoever delivers it drops what is nobody's.
 */
@Injectable()
export class AskRecovery {
  constructor(
    private readonly database: Database,
    private readonly issueCode: IssueCode,
  ) {}

  async run({ address }: { readonly address: string }): Promise<string> {
    const way = wayOf(address);
    return this.database.transaction(() =>
      this.issueCode.run({ ...way, purpose: 'recovery', accountId: null, field: 'address' }),
    );
  }
}

/** @throws Refusal for what is neither a number nor a mail address */
export function wayOf(typed: string): { channel: 'mail' | 'sms'; address: string } {
  const mail = checkEmail(typed);
  if (mail.ok) return { channel: 'mail', address: mail.value };
  const mobile = checkMobile(typed);
  if (mobile.ok) return { channel: 'sms', address: mobile.value };
  throw new Refusal('accounts.recover.form', {}, 'address');
}
