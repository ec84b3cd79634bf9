import { Injectable } from '@nestjs/common';
import { CreateAccount } from '../../accounts/create-account.js';
import { GrantDuty } from '../../accounts/grant-duty.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
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
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly createAccount: CreateAccount,
    private readonly grantDuty: GrantDuty,
  ) {}

  async run(actor: Actor, given: NewExpert): Promise<{ expertId: string; oneTime: string }> {
    const { mobile, email, ...facts } = given;
    const creator = { accountId: actor.accountId, role: 'CityRegistrar' };
    const expertId = newId();
    const { password } = await this.createAccount.run(
      { kind: 'judge', mobile, personName: given.name, email, creator },
      async (accountId) => {
        const addedAt = this.clock.now();
        const expert = { ...facts, id: expertId, accountId, active: true, addedAt };
        await this.database.repo(Expert).insert(Object.assign(new Expert(), expert));
        await this.grantDuty.run(creator, { accountId, role: 'Judge' });
        await this.journal.record({
          actorId: actor.accountId,
          actorRole: creator.role,
          event: 'expert.add',
          subjectType: 'expert',
          subjectId: expertId,
          details: { categories: given.categories, divisionCode: given.divisionCode },
        });
      },
    );
    return { expertId, oneTime: password };
  }
}
