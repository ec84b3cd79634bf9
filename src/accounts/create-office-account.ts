import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Sealer } from '../database/sealed.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { Journal } from '../journal/journal.js';
import { checkMobile } from '../rules/identifiers/contact-identifiers.js';
import { Refusal } from '../rules/refusal.js';
import { Account } from './account.entity.js';
import { GrantDuty } from './grant-duty.js';
import { oneTimePassword } from './one-time-password.js';
import { hashPassword } from './passwords.js';

export interface OfficeAccount {
  readonly mobile: string;
  readonly personName: string;
  readonly kind: 'office' | 'judge';
}

export interface CreatedAccount {
  readonly accountId: string;
  /** Told to the person once; only its hash is kept. */
  readonly password: string;
}

/** An account made for somebody else: it opens with a one-time password that must be changed. */
@Injectable()
export class CreateOfficeAccount {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly grantDuty: GrantDuty,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(actor: { readonly accountId: string }, given: OfficeAccount): Promise<CreatedAccount> {
    return this.create(actor.accountId, await this.prepared(given));
  }

  /** The first administrator of an installation; refused once there is one. */
  async first(given: Omit<OfficeAccount, 'kind'>): Promise<CreatedAccount> {
    const prepared = await this.prepared({ ...given, kind: 'office' });
    return this.database.transaction(async () => {
      // There is no row yet that two first administrators would both hold.
      await this.journal.hold();
      const known = await this.database.row<{ count: number }>(
        "SELECT COUNT(*) AS count FROM duty WHERE role = 'SystemAdmin' AND ended_at IS NULL",
      );
      if (known && known.count > 0) throw new Refusal('accounts.first.exists');
      const created = await this.create(null, prepared);
      const { accountId } = created;
      await this.grantDuty.run({ accountId, role: 'System' }, { accountId, role: 'SystemAdmin' });
      return created;
    });
  }

  /** The new row with its hashed password, which takes its time, so before the transaction. */
  private async prepared(given: OfficeAccount) {
    const mobile = checkMobile(given.mobile);
    if (!mobile.ok) throw new Refusal(mobile.code, {}, 'mobile');
    const password = oneTimePassword();
    const account = Object.assign(new Account(), {
      id: newId(),
      kind: given.kind,
      mobileLookup: this.sealer.lookup(mobile.value),
      mobileSealed: this.sealer.seal(mobile.value),
      personName: given.personName,
      passwordHash: await hashPassword(password),
      email: null,
      mustChangePassword: true,
      privacyNoticeHash: null,
      consentVersion: null,
      createdAt: this.clock.now(),
      disabledAt: null,
    });
    return { account, password };
  }

  private async create(
    creatorId: string | null,
    { account, password }: { readonly account: Account; readonly password: string },
  ): Promise<CreatedAccount> {
    const accountId = account.id;
    try {
      await this.database.transaction(async () => {
        await this.database.repo(Account).insert(account);
        await this.journal.record({
          actorId: creatorId,
          actorRole: creatorId ? 'SystemAdmin' : 'System',
          event: 'account.create',
          subjectType: 'account',
          subjectId: accountId,
          details: { kind: account.kind },
        });
      });
    } catch (error) {
      const taken = { table: 'account', columns: ['mobile_lookup'], name: 'account_mobile_unique' };
      if (isUniqueViolation(error, taken)) throw new Refusal('accounts.mobileTaken', {}, 'mobile');
      throw error;
    }
    return { accountId, password };
  }
}
