import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Account } from '../../accounts/account.entity.js';
import { GrantDuty } from '../../accounts/grant-duty.js';
import { hashPassword } from '../../accounts/passwords.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Sealer } from '../../database/sealed.js';
import { isUniqueViolation } from '../../database/unique-violation.js';
import { Journal } from '../../journal/journal.js';
import { checkMobile } from '../../rules/identifiers/contact-identifiers.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Expert } from './expert.entity.js';

export interface ExpertFacts {
  readonly name: string;
  readonly field: string;
  readonly organisation: string;
  readonly organisationType: string;
  readonly divisionCode: string | null;
  readonly address: string | null;
  readonly categories: readonly string[];
  /** Codes of goods categories that the expert knows well. */
  readonly topics: readonly string[];
}

export interface NewExpert extends ExpertFacts {
  readonly mobile: string;
  readonly email: string | null;
}

/** An expert with a judge's account; the one-time password is returned once and kept nowhere. */
@Injectable()
export class AddExpert {
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

  async run(actor: Actor, given: NewExpert): Promise<{ expertId: string; oneTime: string }> {
    const mobile = checkMobile(given.mobile);
    if (!mobile.ok) throw new Refusal(mobile.code, {}, 'mobile');
    const oneTime = oneTimePassword();
    const account = Object.assign(new Account(), {
      id: newId(),
      kind: 'judge',
      mobileLookup: this.sealer.lookup(mobile.value),
      mobileSealed: this.sealer.seal(mobile.value),
      personName: given.name,
      passwordHash: await hashPassword(oneTime),
      email: given.email,
      mustChangePassword: true,
      privacyNoticeHash: null,
      consentVersion: null,
      createdAt: this.clock.now(),
      disabledAt: null,
    });
    const { mobile: _mobile, email: _email, ...facts } = given;
    const expert = Object.assign(new Expert(), {
      ...facts,
      id: newId(),
      accountId: account.id,
      active: true,
      addedAt: this.clock.now(),
    });
    try {
      await this.database.transaction(async () => {
        await this.database.repo(Account).insert(account);
        await this.database.repo(Expert).insert(expert);
        const registrar = { accountId: actor.accountId, role: 'CityRegistrar' };
        await this.grantDuty.run(registrar, { accountId: account.id, role: 'Judge' });
        await this.journal.record({
          actorId: actor.accountId,
          actorRole: 'CityRegistrar',
          event: 'expert.add',
          subjectType: 'expert',
          subjectId: expert.id,
          details: { categories: given.categories, divisionCode: given.divisionCode },
        });
      });
    } catch (error) {
      const taken = { table: 'account', columns: ['mobile_lookup'], name: 'account_mobile_unique' };
      if (isUniqueViolation(error, taken)) {
        throw new Refusal('judging.expert.mobileTaken', {}, 'mobile');
      }
      throw error;
    }
    return { expertId: expert.id, oneTime };
  }
}

/** 80 random bits in four groups that a person can read out over the telephone. */
function oneTimePassword(): string {
  return newId(randomBytes(16)).replace(/(.{4})(?=.)/g, '$1-');
}
