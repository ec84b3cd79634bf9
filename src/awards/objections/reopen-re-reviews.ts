import { Injectable } from '@nestjs/common';
import { MoveApplication } from '../../applications/move-application.js';
import { TellApplicant } from '../../applications/tell-applicant.js';
import { Database } from '../../database/database.js';
import { Notify } from '../../notifications/notify.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { mayReopen } from '../../rules/rounds/re-review-reopening.js';
import type { Actor } from '../../web/actor.js';
import { BuildAwardList } from '../lists/build-award-list.js';
import type { ReReviewToReopen } from '../standings/relock.queries.js';
import type { StandingLock } from '../standings/standing-lock.entity.js';
import type { StandingUnlock } from '../standings/standing-unlock.entity.js';
import { ReReview } from './re-review.entity.js';

/**
 * What a lock has counted of a re-review is looked at again (R4). The locked version stays in force until
 * the next one; a list that was posted is corrected after it.
 */
@Injectable()
export class ReopenReReviews {
  constructor(
    private readonly database: Database,
    private readonly moveApplication: MoveApplication,
    private readonly build: BuildAwardList,
    private readonly tell: TellApplicant,
    private readonly notify: Notify,
  ) {}

  /** Within the transaction in which the supervisor witnesses, which holds programme and category. */
  async run(
    witness: Actor,
    { lock, unlock }: { readonly lock: StandingLock; readonly unlock: StandingUnlock },
    found: readonly ReReviewToReopen[],
  ): Promise<void> {
    const { programmeId } = lock;
    const { reason, askedBy, agreedBy } = unlock;
    const moved = new Set<string>();
    for (const one of found) {
      const { applicationId, reviewId, objectionId, ground } = one;
      await this.database.repo(ReReview).update(reviewId, { lockId: null, noticeId: null });
      if (moved.has(applicationId)) continue;
      moved.add(applicationId);
      await this.moveApplication.run({
        applicationId,
        event: 'reopenReReview',
        actorId: agreedBy,
        role: 'Tabulator',
        guards: {
          conflictEstablished: ground !== null && reason !== '',
          notYetPublished: mayReopen(one),
          secondPersonConfirmsHash: agreedBy !== askedBy,
          supervisorWitnesses: ![askedBy, agreedBy].includes(witness.accountId),
        },
        details: { objection: objectionId, lock: lock.id },
        changesPublicPages: true,
      });
      if (applicationIn.selected.has(one.application)) {
        const actor = { accountId: agreedBy! };
        const by = { programmeId, actor, role: 'Tabulator', reason } as const;
        await this.build.leaveOut(applicationId, by);
      }
      await this.tell.run(applicationId, {
        kind: 'objection.reReviewReopened',
        path: `/my/objections/${objectionId}`,
      });
    }
    const news = { kind: 'reReviewReopened', path: '/office/removals' };
    await this.notify.holders(['Approver', 'CityRegistrar', 'Supervisor'], news);
  }
}
