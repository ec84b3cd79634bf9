import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Refusal } from '../rules/refusal.js';
import { CreateAccount, type CreatedAccount } from './create-account.js';
import { GrantDuty } from './grant-duty.js';

export interface OfficeAccount {
  readonly mobile: string;
  readonly personName: string;
  readonly kind: 'office' | 'judge';
}

/** An account that an administrator makes for somebody else. */
@Injectable()
export class CreateOfficeAccount {
  constructor(
    private readonly database: Database,
    private readonly createAccount: CreateAccount,
    private readonly grantDuty: GrantDuty,
  ) {}

  async run(actor: { readonly accountId: string }, given: OfficeAccount): Promise<CreatedAccount> {
    const creator = { accountId: actor.accountId, role: 'SystemAdmin' };
    return this.createAccount.run({ ...given, email: null, creator });
  }

  /** The first administrator of an installation; refused once there is one. */
  async first(given: Omit<OfficeAccount, 'kind'>): Promise<CreatedAccount> {
    const creator = { accountId: null, role: 'System' };
    return this.createAccount.run(
      { ...given, kind: 'office', email: null, creator },
      async (accountId) => {
        const known = await this.database.row<{ count: number }>(
          "SELECT COUNT(*) AS count FROM duty WHERE role = 'SystemAdmin' AND ended_at IS NULL",
        );
        if (known && known.count > 0) throw new Refusal('accounts.first.exists');
        await this.grantDuty.run({ accountId, role: 'System' }, { accountId, role: 'SystemAdmin' });
      },
    );
  }
}
