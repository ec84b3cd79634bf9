import { Injectable } from '@nestjs/common';
import { MoveApplication } from '../../applications/move-application.js';
import { Application } from '../../applications/application.entity.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { WorkingDays } from '../../programmes/working-days.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../rules/calendar/working-day-calendar.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { Hold } from './hold.entity.js';
import { Objection } from './objection.entity.js';
import { MoveObjection } from './move-objection.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { lockObjection } from './lock-objection.js';
import { LIMITS } from '../../rules/programme/limits.js';
import { TellApplicant } from '../../applications/tell-applicant.js';

/** Accepted: a hold on that merchant only, and the merchant is told the substance, not the name. */
@Injectable()
export class AcceptObjection {
  constructor(
    private readonly database: Database,
    private readonly workingDays: WorkingDays,
    private readonly move: MoveObjection,
    private readonly moveApplication: MoveApplication,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    input: {
      readonly objectionId: string;
      readonly version: number;
      readonly accepted: boolean;
      readonly reason: string | null;
    },
  ): Promise<void> {
    const role = actingRole(actor, ['CityRegistrar']);
    const now = this.clock.now();
    return this.database.transaction(async () => {
      await lockObjection(this.database, input.objectionId);
      const calendar = await this.workingDays.calendar();
      if (!input.accepted && !input.reason) {
        throw new Refusal('awards.objection.reason', {}, 'reason');
      }
      const by = { actor, role, version: input.version } as const;
      if (!input.accepted) {
        const guards = { reasonGiven: (input.reason ?? '').trim() !== '' };
        await this.move.run(input.objectionId, 'refuse', by, guards, (one) => {
          one.decisionReason = input.reason;
          one.acceptedBy = actor.accountId;
        });
        return;
      }
      const known = await this.database.repo(Objection).findOneBy({ id: input.objectionId });
      const guards = { identityOrCheckableFacts: known !== null && checkable(known) };
      const objection = await this.move.run(input.objectionId, 'accept', by, guards, (one) => {
        one.acceptedBy = actor.accountId;
        one.acceptedAt = now;
        one.decideBy = addWorkingDays(calendar, beijingDate(now), LIMITS.objectionDecide);
      });
      const answerBy = addWorkingDays(calendar, beijingDate(now), LIMITS.merchantAnswer);
      if (objection.applicationId) {
        await this.hold(actor, objection, { applicationId: objection.applicationId, answerBy });
      }
      const held = await this.database.repo(Hold).countBy({ objectionId: objection.id });
      const next = { actor, role, version: null } as const;
      // A hold and the message to its merchant are one act.
      const merchantToldSubstance = objection.applicationId === null || held > 0;
      await this.move.run(objection.id, 'startReview', next, { merchantToldSubstance });
    });
  }

  private async hold(
    actor: Actor,
    objection: Objection,
    { applicationId, answerBy }: { readonly applicationId: string; readonly answerBy: string },
  ): Promise<void> {
    const { id: objectionId, acceptedAt } = objection;
    const application = await this.database
      .repo(Application)
      .findOneByOrFail({ id: applicationId });
    await this.database.repo(Hold).insert({
      id: newId(),
      applicationId,
      objectionId,
      since: this.clock.now(),
      endedAt: null,
    });
    if (applicationIn.inPublicity.has(application.state)) {
      await this.moveApplication.run({
        applicationId,
        event: 'holdForObjection',
        actorId: actor.accountId,
        role: 'CityRegistrar',
        guards: { objectionAccepted: acceptedAt !== null },
        details: { objection: objectionId },
      });
    }
    await this.tell.run(application.id, {
      kind: 'objection.accepted',
      variables: { due: answerBy },
      path: `/my/objections/${objectionId}`,
    });
  }
}

/**
 * An objection without a name states facts or encloses a file; that they can be checked is what the
 * registrar decides by accepting it.
 */
function checkable({ identityKind, evidenceId, substance }: Objection): boolean {
  return identityKind !== 'anonymous' || evidenceId !== null || substance.trim() !== '';
}
