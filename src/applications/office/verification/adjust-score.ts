import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Journal } from '../../../journal/journal.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Refusal, overtaken } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { ScoreAdjustment } from '../../score-adjustment.entity.js';
import { DutySeparation } from '../duty-separation.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { assertPhase } from '../review-phase.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { lockWithProgramme } from '../../lock-with-programme.js';

export interface AdjustmentInput {
  readonly applicationId: string;
  readonly kind: ScoreAdjustment['kind'];
  /** Hundredths of a point, above zero. */
  readonly points: number;
  readonly reason: string;
  readonly evidenceId: string;
}

/** One bonus or deduction with its reason and evidence, within the limits of the rules (C11). */
@Injectable()
export class AdjustScore {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly files: ApplicationFileQueries,
    private readonly separation: DutySeparation,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: AdjustmentInput): Promise<void> {
    return this.database.transaction(async () => {
      // Holds the application, so that two verifiers cannot pass the limit together.
      await lockWithProgramme(this.database, input.applicationId);
      const { head, evidence } = await this.files.file(input.applicationId, null);
      assertPhase('verification', head.programmeState);
      if (!applicationIn.inVerification.has(head.state))
        throw overtaken('review.verification.closed', 'application', head.state);
      await this.separation.assert(actor, 'Verifier', head);
      if (!evidence.some(({ documentId }) => documentId === input.evidenceId)) {
        throw new Refusal('forms.choose', {}, 'evidenceId');
      }
      const { adjustments } = (await this.programmes.rules(head.programmeId)).rules;
      const most = input.kind === 'bonus' ? adjustments.bonusMost : adjustments.deductionMost;
      const stored = this.database.repo(ScoreAdjustment);
      const others = await stored.findBy({ applicationId: head.id, kind: input.kind });
      const sum = others.reduce((total, one) => total + one.points, input.points);
      if (sum > most) throw new Refusal('review.adjustment.most', { most: most / 100 }, 'points');
      const id = newId();
      await stored.insert({
        ...input,
        id,
        decidedBy: actor.accountId,
        decidedAt: this.clock.now(),
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Verifier',
        event: 'application.adjustScore',
        subjectType: 'application',
        subjectId: head.id,
        programmeId: head.programmeId,
        details: { id, kind: input.kind, points: input.points, evidenceId: input.evidenceId },
      });
    });
  }
}
