import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { LIMITS } from '../../../rules/programme/limits.js';
import { Refusal, conflict } from '../../../rules/refusal.js';
import { warningGroundsFound } from '../../../rules/titles/review-findings.js';
import type { WarningGround } from '../../../rules/titles/title-grounds.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../../web/acting-role.js';
import { lockTitle } from '../lock-title.js';
import { MoveTitle } from '../move-title.js';
import { TitleReviewQueries } from '../reviews/title-review.queries.js';
import { TitleDesk } from '../title-desk.js';
import { TitleReview } from '../title-review.entity.js';
import { TitleWarning } from '../title-warning.entity.js';

/** T04: a fault that can be repaired, as the review found it, with sixty working days to repair it. */
@Injectable()
export class WarnTitle {
  constructor(
    private readonly database: Database,
    private readonly reviews: TitleReviewQueries,
    private readonly moveTitle: MoveTitle,
    private readonly desk: TitleDesk,
  ) {}

  async run(
    actor: Actor,
    given: { readonly titleId: string; readonly ground: WarningGround; readonly reason: string },
  ): Promise<void> {
    actingRole(actor, ['Approver']);
    await this.database.transaction(async () => {
      const title = await lockTitle(this.database, given.titleId);
      actingRole(actor, ['Approver'], title.programmeId);
      const review = await this.reviews.openOf(title.id);
      if (!review) throw conflict('awards.review.notOpen');
      requireSecondPerson(actor, review.checkedBy, review.id);
      const { ground, reason } = given;
      const found = warningGroundsFound(review).includes(ground);
      if (!found) throw new Refusal('awards.warning.notFound', {}, 'warningGround');
      const termEndsOn = await this.desk.after(this.desk.today, LIMITS.titleWarning);
      await this.moveTitle.run(title, {
        event: 'warn',
        role: 'Approver',
        actorId: actor.accountId,
        guards: { remediableFault: found },
        reason: `awards.warning.ground.${ground}`,
        details: { review: review.id, ground, termEndsOn },
      });
      await this.database.repo(TitleWarning).insert({
        id: newId(),
        titleId: title.id,
        reviewId: review.id,
        ground,
        reason,
        warnedBy: actor.accountId,
        warnedOn: this.desk.today,
        termEndsOn,
        remindedOn: null,
        cure: null,
        cureFiledOn: null,
        ending: null,
        endedBy: null,
        endedAt: null,
        endReason: null,
      });
      const closed = { closedBy: actor.accountId, closedAt: this.desk.now };
      await this.database.repo(TitleReview).update(review.id, { outcome: 'warned', ...closed });
      await this.desk.tellHolder(title, 'title.warned', { day: termEndsOn });
    });
  }
}
