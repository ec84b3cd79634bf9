import { Injectable } from '@nestjs/common';
import { requireSecondPerson } from '../../../web/acting-role.js';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { Journal } from '../../../journal/journal.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Refusal, conflict, overtaken } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { DutySeparation } from '../duty-separation.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { assertPhase } from '../review-phase.js';
import { openFigures, unreadFigures } from './open-figures.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { lockWithProgramme } from '../../lock-with-programme.js';

/** The second reading of the verdicts on one application that somebody else gave, figure by figure. */
@Injectable()
export class ConfirmVerification {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly files: ApplicationFileQueries,
    private readonly separation: DutySeparation,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, applicationId: string): Promise<void> {
    return this.database.transaction(async () => {
      await lockWithProgramme(this.database, applicationId);
      const file = await this.files.file(applicationId, null);
      assertPhase('verification', file.head.programmeState);
      if (!applicationIn.inVerification.has(file.head.state))
        throw overtaken('review.verification.closed', 'application', file.head.state);
      await this.separation.assert(actor, 'Verifier', file.head);
      const { rules } = await this.programmes.rules(file.head.programmeId);
      const open = openFigures(file, rules);
      if (open.length > 0) throw new Refusal('review.verification.open', { count: open.length });
      const { own, others } = unreadFigures(file.figures, actor.accountId);
      if (!others) {
        if (own) requireSecondPerson(actor, actor.accountId, applicationId);
        throw conflict('review.verification.readAlready');
      }
      await this.database.execute(
        `UPDATE figure SET second_reader_id = ?, second_read_at = ?, version = version + 1
         WHERE application_id = ? AND verdict IS NOT NULL AND second_reader_id IS NULL
           AND verifier_id <> ?`,
        [actor.accountId, this.clock.now(), applicationId, actor.accountId],
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Verifier',
        event: 'application.confirmVerification',
        subjectType: 'application',
        subjectId: applicationId,
        programmeId: file.head.programmeId,
        details: { figures: others },
      });
    });
  }
}
