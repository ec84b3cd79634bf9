import { Injectable } from '@nestjs/common';
import { CreateAccount } from './create-account.js';

export interface NewAccount {
  readonly mobile: string;
  readonly personName: string;
  readonly password: string;
  readonly email: string | null;
  readonly consentVersion: string;
  readonly privacyNoticeHash: string;
}

/** An agent's own account; the merchant's record follows as the next step. */
@Injectable()
export class RegisterAccount {
  constructor(private readonly createAccount: CreateAccount) {}

  async run({ mobile, personName, email, ...own }: NewAccount): Promise<{ accountId: string }> {
    return this.createAccount.run({ kind: 'merchant', mobile, personName, email, own });
  }
}
