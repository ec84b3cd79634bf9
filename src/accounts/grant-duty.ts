import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Journal } from '../journal/journal.js';
import type { Role } from '../rules/lifecycle/roles.js';
import { asPairDuty, refusePair } from '../web/acting-role.js';
import { Duty } from './duty.entity.js';

export interface NewDuty {
  readonly accountId: string;
  readonly role: Role;
  readonly divisionCode?: string | null;
  readonly merchantId?: string | null;
  readonly programmeId?: string | null;
}

/**
 * Gives an account a role over something, with a journal entry, in the caller's transaction, unless
 * the account holds a duty that must not meet it.
 */
@Injectable()
export class GrantDuty {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(grantedBy: { accountId: string; role: string }, given: NewDuty): Promise<void> {
    await this.database.transaction(async () => {
      const duty = Object.assign(new Duty(), {
        id: newId(),
        accountId: given.accountId,
        role: given.role,
        divisionCode: given.divisionCode ?? null,
        merchantId: given.merchantId ?? null,
        programmeId: given.programmeId ?? null,
        grantedBy: grantedBy.accountId,
        grantedAt: this.clock.now(),
        endedAt: null,
      });
      // The entry takes the head of the journal, so of two grants to one account the later sees the first.
      await this.journal.record({
        actorId: grantedBy.accountId,
        actorRole: grantedBy.role,
        event: 'duty.grant',
        subjectType: 'account',
        subjectId: given.accountId,
        programmeId: given.programmeId ?? null,
        details: { role: given.role, divisionCode: given.divisionCode ?? null },
      });
      const duties = this.database.repo(Duty);
      const held = await duties.findBy({ accountId: given.accountId });
      refusePair(
        held.filter(({ endedAt }) => endedAt === null).map(asPairDuty),
        asPairDuty(duty),
        'role',
      );
      await duties.insert(duty);
    });
  }
}
