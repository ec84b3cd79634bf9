import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Role } from '../rules/lifecycle/roles.js';
import { Refusal, missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { Account } from './account.entity.js';
import { Duty } from './duty.entity.js';
import { GrantDuty } from './grant-duty.js';

/** Duties that the administrator hands out; merchants' and judges' come with their own steps. */
export const appointableRoles = [
  'CityRegistrar',
  'Screener',
  'Verifier',
  'Tabulator',
  'Approver',
  'Publisher',
  'DivisionReviewer',
  'DivisionApprover',
  'Supervisor',
  'SystemAdmin',
  'AuditAdmin',
] as const satisfies readonly Role[];

export interface Appointment {
  readonly accountId: string;
  readonly role: (typeof appointableRoles)[number];
  readonly divisionCode: string | null;
}

/** Gives an office account a duty; the grant asks what must not meet. */
@Injectable()
export class AppointPerson {
  constructor(
    private readonly database: Database,
    private readonly grantDuty: GrantDuty,
  ) {}

  async run(actor: Actor, given: Appointment): Promise<void> {
    await this.database.transaction(async () => {
      const account = await this.database.lock(Account, given.accountId);
      if (account.kind !== 'office') throw missing();
      if (account.disabledAt) throw new Refusal('accounts.appoint.disabled');
      const divisional = given.role === 'DivisionReviewer' || given.role === 'DivisionApprover';
      if (divisional && !given.divisionCode) {
        throw new Refusal('accounts.appoint.division', {}, 'divisionCode');
      }
      const divisionCode = divisional ? given.divisionCode : null;
      const held = await this.heldBy(account.id);
      if (held.some((duty) => duty.role === given.role && duty.divisionCode === divisionCode)) {
        throw new Refusal('accounts.appoint.held', {}, 'role');
      }
      await this.grantDuty.run(
        { accountId: actor.accountId, role: 'SystemAdmin' },
        { accountId: account.id, role: given.role, divisionCode },
      );
    });
  }

  private async heldBy(accountId: string): Promise<Duty[]> {
    const duties = await this.database.repo(Duty).findBy({ accountId });
    return duties.filter((duty) => duty.endedAt === null);
  }
}
