import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Refusal } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { Application } from '../../application.entity.js';
import { CorrectionRequest } from '../../correction-request.entity.js';
import { type ItemTexts, keepCorrectionWords } from '../../keep-correction-words.js';
import { KeepSubmission } from '../../keep-submission.js';
import { MoveApplication } from '../../move-application.js';
import { divisionFor } from '../division/division-scope.js';
import { DutySeparation } from '../duty-separation.js';
import { assertPhase } from '../review-phase.js';
import { ApplicationFileQueries } from './application-file.queries.js';
import { CorrectionDue } from './correction-due.js';
import { correctableGroups } from './correctable-items.js';
import { lockWithProgramme } from '../../lock-with-programme.js';
import { TellApplicant } from '../../tell-applicant.js';

export type CorrectionStage = CorrectionRequest['stage'];

/** Who asks, how often, and the arrow of the lifecycle, by stage (process A04, A09). */
export const correctionStages = {
  division: { role: 'DivisionReviewer', event: 'requestCorrection', most: 2 },
  screening: { role: 'Screener', event: 'requestCorrectionAtScreening', most: 1 },
} as const;

export interface CorrectionInput {
  readonly applicationId: string;
  readonly stage: CorrectionStage;
  readonly items: readonly string[];
  readonly reason: string;
  /** What is asked about an item, beside the reason for all of them. */
  readonly texts?: ItemTexts;
}

/** Opens the listed items of an application, and nothing else, for repair until a day. */
@Injectable()
export class RequestCorrection {
  constructor(
    private readonly database: Database,
    private readonly files: ApplicationFileQueries,
    private readonly programmes: ProgrammeQueries,
    private readonly separation: DutySeparation,
    private readonly moveApplication: MoveApplication,
    private readonly keep: KeepSubmission,
    private readonly correctionDue: CorrectionDue,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: CorrectionInput): Promise<{ dueOn: string }> {
    const { role, event, most } = correctionStages[input.stage];
    const division = input.stage === 'division' ? divisionFor(actor, role) : null;
    return this.database.transaction(async () => {
      await lockWithProgramme(this.database, input.applicationId);
      const file = await this.files.file(input.applicationId, division);
      assertPhase(input.stage, file.head.programmeState);
      await this.separation.assert(actor, role, file.head);
      const { rules } = await this.programmes.rules(file.head.programmeId);
      const known = correctableGroups(file, rules).flatMap((group) => group.items);
      const items = [...new Set(input.items)];
      if (items.length === 0 || items.some((item) => !known.includes(item))) {
        throw new Refusal('review.correction.itemsMissing', {}, 'items');
      }
      await this.keep.keepFirst(input.applicationId);
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
      const correctionId = newId();
      await requests.insert({
        id: correctionId,
        applicationId: application.id,
        stage: input.stage,
        items,
        reason: input.reason,
        requestedBy: actor.accountId,
        requestedAt: this.clock.now(),
        dueOn,
        answeredAt: null,
      });
      await keepCorrectionWords(this.database, this.clock, {
        applicationId: application.id,
        correctionId,
        items,
        side: 'office',
        accountId: actor.accountId,
        texts: input.texts ?? {},
      });
      application.correctionCount += 1;
      await this.database.repo(Application).save(application);
      await this.tell.run(application.id, {
        kind: 'correctionRequested',
        variables: { items: items.length, due: dueOn, reason: input.reason },
        path: `/my/applications/${application.id}/correction`,
      });

      return { dueOn };
    });
  }
}
