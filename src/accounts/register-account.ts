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
import { checkPassword } from './check-password.js';
import { hashPassword } from './passwords.js';

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
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(given: NewAccount): Promise<{ accountId: string }> {
    const mobile = checkMobile(given.mobile);
    if (!mobile.ok) throw new Refusal(mobile.code, {}, 'mobile');
    const person = { mobile: mobile.value, personName: given.personName };
    await checkPassword(given.password, person, this.config, 'password');
    const passwordHash = await hashPassword(given.password);
    const account = Object.assign(new Account(), {
      id: newId(),
      kind: 'merchant',
      mobileLookup: this.sealer.lookup(mobile.value),
      mobileSealed: this.sealer.seal(mobile.value),
      personName: given.personName,
      passwordHash,
      email: given.email,
      mustChangePassword: false,
      privacyNoticeHash: given.privacyNoticeHash,
      consentVersion: given.consentVersion,
      createdAt: this.clock.now(),
      disabledAt: null,
    });
    try {
      await this.database.transaction(async () => {
        await this.database.repo(Account).insert(account);
        await this.journal.record({
          actorId: account.id,
          actorRole: 'Public',
          event: 'account.register',
          subjectType: 'account',
          subjectId: account.id,
          details: { consentVersion: given.consentVersion, privacyNotice: given.privacyNoticeHash },
        });
      });
    } catch (error) {
      const taken = { table: 'account', columns: ['mobile_lookup'], name: 'account_mobile_unique' };
      if (isUniqueViolation(error, taken)) throw new Refusal('accounts.mobileTaken', {}, 'mobile');
      throw error;
    }
    return { accountId: account.id };
  }
}
