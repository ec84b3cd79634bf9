import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Refusal, overtaken } from '../../../rules/refusal.js';
import { observedItems } from '../../../rules/scoring/derived-figures.js';
import type { Actor } from '../../../web/actor.js';
import { MoveApplication } from '../../move-application.js';
import { DutySeparation } from '../duty-separation.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { assertPhase } from '../review-phase.js';
import { verdictsOf } from './verdicts-of.js';
import { openFigures } from './open-figures.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { lockWithProgramme } from '../../lock-with-programme.js';
import { TellApplicant } from '../../tell-applicant.js';

/** A12: the verification ends; what follows from its verdicts (indicator G19) is computed whenever it is read. */
@Injectable()
export class CompleteVerification {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly files: ApplicationFileQueries,
    private readonly separation: DutySeparation,
    private readonly moveApplication: MoveApplication,
    private readonly tell: TellApplicant,
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
      if (file.figures.some((one) => one.verdict !== null && one.secondReaderId === null)) {
        throw new Refusal('review.verification.unread');
      }
      const observed = observedItems(verdictsOf(file));
      await this.moveApplication.run({
        applicationId,
        event: 'verify',
        actorId: actor.accountId,
        role: 'Verifier',
        guards: { everyFigureHasVerdict: open.length === 0 },
        details: { ...observed },
      });
      await this.tell.run(applicationId, {
        kind: 'applicationVerified',
        path: `/my/applications/${applicationId}`,
      });
    });
  }
}
