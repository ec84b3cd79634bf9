import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Refusal } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { Application } from '../../application.entity.js';
import { CorrectionRequest } from '../../correction-request.entity.js';
import { MoveApplication } from '../../move-application.js';
import { divisionFor } from '../division/division-scope.js';
import { DutySeparation } from '../duty-separation.js';
import { assertPhase } from '../review-phase.js';
import { ApplicationFileQueries } from './application-file.queries.js';
import { CorrectionDue } from './correction-due.js';
import { correctableItems } from './correctable-items.js';
import { lockWithProgramme } from '../../lock-with-programme.js';
import { TellApplicant } from '../../tell-applicant.js';

export type CorrectionStage = CorrectionRequest['stage'];

/** Who asks, how often, and the arrow of the lifecycle, by stage (process A04, A09). */
const stages = {
  division: { role: 'DivisionReviewer', event: 'requestCorrection', most: 2 },
  screening: { role: 'Screener', event: 'requestCorrectionAtScreening', most: 1 },
} as const;

export interface CorrectionInput {
  readonly applicationId: string;
  readonly stage: CorrectionStage;
  readonly items: readonly string[];
  readonly reason: string;
}

/** Opens the listed items of an application, and nothing else, for repair until a day. */
@Injectable()
export class RequestCorrection {
  constructor(
    private readonly database: Database,
    private readonly files: ApplicationFileQueries,
    private readonly separation: DutySeparation,
    private readonly moveApplication: MoveApplication,
    private readonly correctionDue: CorrectionDue,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: CorrectionInput): Promise<{ dueOn: string }> {
    const { role, event, most } = stages[input.stage];
    const division = input.stage === 'division' ? divisionFor(actor, role) : null;
    return this.database.transaction(async () => {
      await lockWithProgramme(this.database, input.applicationId);
      const file = await this.files.file(input.applicationId, division);
      assertPhase(input.stage, file.head.programmeState);
      await this.separation.assert(actor, role, file.head);
      const known = correctableItems(file);
      const items = [...new Set(input.items)];
      if (items.length === 0 || items.some((item) => !known.includes(item))) {
        throw new Refusal('review.correction.itemsMissing', {}, 'items');
      }
      const dueOn = await this.correctionDue.day();
      const requests = this.database.repo(CorrectionRequest);
      const asked = await requests.countBy({
        applicationId: file.head.id,
        stage: input.stage,
      });
      if (asked >= most) throw new Refusal('review.correction.noneLeft', { most });
      const application = await this.moveApplication.run({
        applicationId: file.head.id,
        event,
        actorId: actor.accountId,
        role,
        guards: { itemsListed: items.length > 0, correctionsLeftInStage: asked < most },
        details: { items, dueOn, number: asked + 1 },
      });
      await requests.insert({
        id: newId(),
        applicationId: application.id,
        stage: input.stage,
        items,
        reason: input.reason,
        requestedBy: actor.accountId,
        requestedAt: this.clock.now(),
        dueOn,
        answeredAt: null,
      });
      application.correctionCount += 1;
      await this.database.repo(Application).save(application);
      await this.tell.run(application.id, {
        kind: 'correctionRequested',
        variables: { items: items.length, due: dueOn, reason: input.reason },
        path: `/my/applications/${application.id}`,
      });

      return { dueOn };
    });
  }
}
