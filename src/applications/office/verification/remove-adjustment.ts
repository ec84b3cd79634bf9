import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { Journal } from '../../../journal/journal.js';
import { conflict, overtaken } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { ScoreAdjustment } from '../../score-adjustment.entity.js';
import { DutySeparation } from '../duty-separation.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { assertPhase } from '../review-phase.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { lockWithProgramme } from '../../lock-with-programme.js';

/** Takes one bonus or deduction back while the verification is open; the journal keeps it. */
@Injectable()
export class RemoveAdjustment {
  constructor(
    private readonly database: Database,
    private readonly files: ApplicationFileQueries,
    private readonly separation: DutySeparation,
    private readonly journal: Journal,
  ) {}

  async run(actor: Actor, applicationId: string, id: string): Promise<void> {
    return this.database.transaction(async () => {
      await lockWithProgramme(this.database, applicationId);
      const { head } = await this.files.file(applicationId, null);
      assertPhase('verification', head.programmeState);
      if (!applicationIn.inVerification.has(head.state))
        throw overtaken('review.verification.closed', 'application', head.state);
      await this.separation.assert(actor, 'Verifier', head);
      const stored = this.database.repo(ScoreAdjustment);
      const one = await stored.findOneBy({ id, applicationId });
      if (!one) throw conflict('review.adjustment.removedAlready');
      await stored.delete({ id });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Verifier',
        event: 'application.removeAdjustment',
        subjectType: 'application',
        subjectId: applicationId,
        programmeId: head.programmeId,
        details: { id, kind: one.kind, points: one.points },
      });
    });
  }
}
