import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Journal } from '../../../journal/journal.js';
import { Notify } from '../../../notifications/notify.js';
import { conflict, overtaken } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { Recommendation } from '../../recommendation.entity.js';
import { DutySeparation } from '../duty-separation.js';
import { ApplicationFileQueries, type FileHead } from '../file/application-file.queries.js';
import { assertPhase } from '../review-phase.js';
import { ChangeRanking } from './ranking/change-ranking.js';
import { divisionFor } from './division-scope.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { lockWithProgramme } from '../../lock-with-programme.js';

export interface OpinionInput {
  readonly applicationId: string;
  readonly conclusion: Recommendation['conclusion'];
  readonly opinion: string;
  /** Version the reviewer saw; 0 when there was no opinion yet. */
  readonly version: number;
}

/** The reviewer's draft of the division's opinion, for another person to sign. */
@Injectable()
export class SaveOpinion {
  constructor(
    private readonly database: Database,
    private readonly files: ApplicationFileQueries,
    private readonly separation: DutySeparation,
    private readonly rankings: ChangeRanking,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: OpinionInput): Promise<void> {
    const divisionCode = divisionFor(actor, 'DivisionReviewer');
    return this.database.transaction(async () => {
      await lockWithProgramme(this.database, input.applicationId);
      const { head } = await this.files.file(input.applicationId, divisionCode);
      assertPhase('division', head.programmeState);
      if (!applicationIn.inDivisionReview.has(head.state))
        throw overtaken('review.opinion.closed', 'application', head.state);
      await this.separation.assert(actor, 'DivisionReviewer', head);
      const opinions = this.database.repo(Recommendation);
      const stored = await opinions.findOneBy({ applicationId: head.id });
      if ((stored?.version ?? 0) !== input.version) throw conflict();
      const rank =
        input.conclusion === 'recommend' ? (stored?.rank ?? (await this.lastPlace(head))) : null;
      await this.rankings.reopen({ divisionCode, categoryId: head.categoryId });
      const draft = {
        conclusion: input.conclusion,
        rank,
        opinion: input.opinion,
        declineReason: null,
        reviewerId: actor.accountId,
        reviewedAt: this.clock.now(),
        sealScanId: null,
        approverId: null,
        approvedAt: null,
      };
      await opinions.save(
        Object.assign(
          stored ??
            Object.assign(new Recommendation(), {
              id: newId(),
              applicationId: head.id,
              divisionCode,
              categoryId: head.categoryId,
            }),
          draft,
        ),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'DivisionReviewer',
        event: 'application.saveOpinion',
        subjectType: 'application',
        subjectId: head.id,
        programmeId: head.programmeId,
        details: { conclusion: input.conclusion, rank },
      });
      // Recommendations are handed over together, as one set.
      if (input.conclusion === 'recommend') return;
      await this.notify.holders(
        ['DivisionApprover'],
        {
          kind: 'opinionToSign',
          variables: { merchant: head.merchantName },
          path: `/division/applications/${head.id}`,
        },
        { divisionCode, except: actor.accountId },
      );
    });
  }

  /** A new recommendation stands last until the division orders its set. */
  private async lastPlace({ divisionCode, categoryId }: FileHead): Promise<number> {
    const conclusion = 'recommend' as const;
    const others = await this.database
      .repo(Recommendation)
      .findBy({ divisionCode, categoryId, conclusion });
    return Math.max(0, ...others.map(({ rank }) => rank ?? 0)) + 1;
  }
}
