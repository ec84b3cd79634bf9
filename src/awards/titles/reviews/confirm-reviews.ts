import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { Refusal, conflict } from '../../../rules/refusal.js';
import { reviewProposal } from '../../../rules/titles/review-findings.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../../web/acting-role.js';
import { MoveTitle } from '../move-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleReview } from '../title-review.entity.js';
import { lockTitles } from '../lock-title.js';
import { Title } from '../title.entity.js';
import { TitleReviewQueries } from './title-review.queries.js';

/** T03: titles whose four findings are good hold for another year; the second person confirms them. */
@Injectable()
export class ConfirmReviews {
  constructor(
    private readonly database: Database,
    private readonly reviews: TitleReviewQueries,
    private readonly moveTitle: MoveTitle,
    private readonly desk: TitleDesk,
  ) {}

  /** All of them or none: the first that is not good is named. */
  async run(actor: Actor, titleIds: readonly string[]): Promise<number> {
    actingRole(actor, ['CityRegistrar']);
    return this.database.transaction(async () => {
      if (!titleIds.length) throw new Refusal('awards.review.nobodyChosen');
      const titles = await lockTitles(this.database, titleIds);
      for (const title of titles) await this.confirm(actor, title);
      return titles.length;
    });
  }

  private async confirm(actor: Actor, title: Title): Promise<void> {
    actingRole(actor, ['CityRegistrar'], title.programmeId);
    const review = await this.reviews.openOf(title.id);
    if (!review) throw conflict('awards.review.notOpen');
    requireSecondPerson(actor, review.checkedBy, review.id);
    const good = reviewProposal(review) === 'confirm';
    if (!good) throw new Refusal('awards.review.notGood', { number: title.certificateNumber });
    await this.moveTitle.run(title, {
      event: 'confirm',
      role: 'CityRegistrar',
      actorId: actor.accountId,
      guards: { conditionsStillMet: good },
      reason: null,
      details: { review: review.id },
    });
    const closed = { closedBy: actor.accountId, closedAt: this.desk.now };
    await this.database.repo(TitleReview).update(review.id, { outcome: 'confirmed', ...closed });
    await this.desk.tellHolder(title, 'title.confirmed');
  }
}
