import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { Refusal, conflict, missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { Duty } from './duty.entity.js';
import { lockWithAdministrators, refuseLastAdministrator } from './last-administrator.js';
import { appointableRoles } from './appoint-person.js';

/** Ends a duty from now on; what was done under it stays in the journal. */
@Injectable()
export class EndDuty {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, given: { accountId: string; dutyId: string }): Promise<void> {
    await this.database.transaction(async () => {
      await lockWithAdministrators(this.database, given.accountId);
      const duty = await this.database
        .repo(Duty)
        .findOneBy({ id: given.dutyId, accountId: given.accountId });
      if (!duty) throw missing();
      if (duty.endedAt) throw conflict('accounts.duty.endedAlready');
      if (!(appointableRoles as readonly string[]).includes(duty.role)) throw missing();
      const own = duty.accountId === actor.accountId;
      if (own && duty.role === 'SystemAdmin') throw new Refusal('accounts.duty.own');
      if (duty.role === 'SystemAdmin') {
        await refuseLastAdministrator(this.database, duty.accountId);
      }
      duty.endedAt = this.clock.now();
      await this.database.repo(Duty).save(duty);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'SystemAdmin',
        event: 'duty.end',
        subjectType: 'account',
        subjectId: duty.accountId,
        programmeId: duty.programmeId,
        details: { dutyId: duty.id, role: duty.role, divisionCode: duty.divisionCode },
      });
    });
  }
}
