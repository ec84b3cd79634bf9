import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { isStaleCheck } from '../../../rules/eligibility/veto-check.js';
import { Refusal, conflict } from '../../../rules/refusal.js';
import type { Complaints, Eligibility } from '../../../rules/titles/review-findings.js';
import type { ReviewVeto } from '../../../rules/titles/title-grounds.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { TitleDesk } from '../title-desk.js';
import { TitleReview } from '../title-review.entity.js';
import { lockTitles } from '../lock-title.js';
import { TitleReviewQueries } from './title-review.queries.js';

export interface ReviewCheck {
  readonly creditAsOf: string;
  readonly creditSource: string;
  readonly creditHit: ReviewVeto | null;
  readonly eligibility: Eligibility;
  readonly complaints: Complaints;
  readonly note: string | null;
}

/** The verifier writes down what was found about one title or, when it is the same, about many (K4). */
@Injectable()
export class CheckReviews {
  constructor(
    private readonly database: Database,
    private readonly reviews: TitleReviewQueries,
    private readonly workingDays: WorkingDays,
    private readonly desk: TitleDesk,
  ) {}

  /** All of them or none. */
  async run(
    actor: Actor,
    { titleIds, ...check }: ReviewCheck & { readonly titleIds: readonly string[] },
  ): Promise<number> {
    actingRole(actor, ['Verifier']);
    return this.database.transaction(async () => {
      if (!titleIds.length) throw new Refusal('awards.review.nobodyChosen');
      const titles = await lockTitles(this.database, titleIds);
      const { today, now } = this.desk;
      if (check.creditAsOf > today) throw new Refusal('awards.review.asOfAhead', {}, 'creditAsOf');
      if (isStaleCheck(await this.workingDays.calendar(), check.creditAsOf, today)) {
        throw new Refusal('awards.review.asOfStale', {}, 'creditAsOf');
      }
      for (const title of titles) {
        actingRole(actor, ['Verifier'], title.programmeId);
        const review = await this.reviews.openOf(title.id);
        if (!review) throw conflict('awards.review.notOpen');
        const checked = { ...check, checkedBy: actor.accountId, checkedAt: now };
        await this.database.repo(TitleReview).update(review.id, checked);
        const by = { actorId: actor.accountId, actorRole: 'Verifier' as const };
        const { creditAsOf, creditHit, eligibility, complaints } = check;
        const found = { review: review.id, creditAsOf, creditHit, eligibility, complaints };
        await this.desk.record(by, title, 'title.check', found);
      }
      return titles.length;
    });
  }
}
