import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../web/actor.js';
import { MoveApplication } from '../../move-application.js';
import { DutySeparation } from '../duty-separation.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { assertPhase } from '../review-phase.js';
import { divisionFor } from './division-scope.js';
import { lockWithProgramme } from '../../lock-with-programme.js';
import { Database } from '../../../database/database.js';

/** A03: the division office begins to look at a submitted application. */
@Injectable()
export class StartDivisionReview {
  constructor(
    private readonly database: Database,
    private readonly files: ApplicationFileQueries,
    private readonly separation: DutySeparation,
    private readonly moveApplication: MoveApplication,
  ) {}

  async run(actor: Actor, applicationId: string): Promise<void> {
    await this.database.transaction(async () => {
      await lockWithProgramme(this.database, applicationId);
      const { head } = await this.files.file(applicationId, divisionFor(actor, 'DivisionReviewer'));
      assertPhase('division', head.programmeState);
      await this.separation.assert(actor, 'DivisionReviewer', head);
      await this.moveApplication.run({
        applicationId,
        event: 'startDivisionReview',
        actorId: actor.accountId,
        role: 'DivisionReviewer',
        guards: {},
      });
    });
  }
}
