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
import { Account, type AccountKind } from './account.entity.js';
import { checkPassword } from './check-password.js';
import { mobileTaken } from './mobile-taken.js';
import { oneTimePassword } from './one-time-password.js';
import { hashPassword } from './passwords.js';

interface AccountFacts {
  readonly kind: AccountKind;
  readonly mobile: string;
  readonly personName: string;
  readonly email: string | null;
}

/** People who register themselves choose the password and agree to the privacy notice. */
export interface OwnAccount extends AccountFacts {
  readonly own: {
    readonly password: string;
    readonly consentVersion: string;
    readonly privacyNoticeHash: string;
  };
}

/** Others are given a one-time password, which they must change. */
export interface GivenAccount extends AccountFacts {
  readonly creator: { readonly accountId: string | null; readonly role: string };
}

export interface CreatedAccount {
  readonly accountId: string;
  /** What the person signs in with first; only its hash is kept. */
  readonly password: string;
}

/** The one place where accounts come from. */
@Injectable()
export class CreateAccount {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /** @param along what comes with the account, in its transaction */
  async run(
    given: OwnAccount | GivenAccount,
    along: (accountId: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<CreatedAccount> {
    const mobile = checkMobile(given.mobile);
    if (!mobile.ok) throw new Refusal(mobile.code, {}, 'mobile');
    const own = 'own' in given ? given.own : null;
    if (own) {
      const person = { mobile: mobile.value, personName: given.personName };
      await checkPassword(own.password, person, this.config, 'password');
    }
    const password = own?.password ?? oneTimePassword();
    const account = Object.assign(new Account(), {
      id: newId(),
      kind: given.kind,
      mobileLookup: this.sealer.lookup(mobile.value),
      mobileSealed: this.sealer.seal(mobile.value),
      personName: given.personName,
      passwordHash: await hashPassword(password),
      email: given.email,
      mustChangePassword: own === null,
      privacyNoticeHash: own?.privacyNoticeHash ?? null,
      consentVersion: own?.consentVersion ?? null,
      createdAt: this.clock.now(),
      disabledAt: null,
    });
    try {
      await this.database.transaction(async () => {
        await this.database.repo(Account).insert(account);
        await this.journal.record({
          ...entryOf(given, account.id),
          subjectType: 'account',
          subjectId: account.id,
        });
        await along(account.id);
      });
    } catch (error) {
      if (!isUniqueViolation(error, mobileTaken)) throw error;
      throw new Refusal(own ? 'accounts.mobileTaken' : 'accounts.mobileInUse', {}, 'mobile');
    }
    return { accountId: account.id, password };
  }
}

function entryOf(given: OwnAccount | GivenAccount, accountId: string) {
  if ('own' in given) {
    const { consentVersion, privacyNoticeHash: privacyNotice } = given.own;
    const details = { consentVersion, privacyNotice };
    return { actorId: accountId, actorRole: 'Public', event: 'account.register', details };
  }
  const { accountId: actorId, role: actorRole } = given.creator;
  return { actorId, actorRole, event: 'account.create', details: { kind: given.kind } };
}
