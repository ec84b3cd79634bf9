import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { WorkingDays } from '../../programmes/working-days.js';
import { addWorkingDays } from '../../rules/calendar/working-day-calendar.js';
import { missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { MoveObjection } from './move-objection.js';
import { ObjectionQueries } from './objection.queries.js';
import { lockObjection } from './lock-objection.js';
import { LIMITS } from '../../rules/programme/limits.js';

/** Ten more working days, once, with the reason (rule O05). */
@Injectable()
export class ExtendObjection {
  constructor(
    private readonly database: Database,
    private readonly objections: ObjectionQueries,
    private readonly workingDays: WorkingDays,
    private readonly move: MoveObjection,
  ) {}

  async run(
    actor: Actor,
    input: { readonly objectionId: string; readonly version: number; readonly reason: string },
  ): Promise<void> {
    const role = actingRole(actor, ['Approver']);
    return this.database.transaction(async () => {
      await lockObjection(this.database, input.objectionId);
      const known = await this.objections.byId(input.objectionId);
      if (!known?.decideBy) throw missing();
      const until = addWorkingDays(
        await this.workingDays.calendar(),
        known.decideBy,
        LIMITS.objectionExtend,
      );
      const guards = {
        notExtendedBefore: known.extensionReason === null,
        reasonGiven: input.reason.trim() !== '',
      };
      const by = { actor, role, version: input.version } as const;
      await this.move.run(known.id, 'extend', by, guards, (one) => {
        one.extensionReason = input.reason;
        one.decideBy = until;
      });
    });
  }
}
