import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { PhaseClock } from '../../../programmes/phase-clock.js';
import { RuleError } from '../../../rules/rule-error.js';
import { opensReview, yearUnderReview } from '../../../rules/titles/review-year.js';
import { lockTitle } from '../lock-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleReviewQueries } from './title-review.queries.js';
import { OpenReview } from './open-review.js';

/** T02 by the clock: each title in force comes under review once a year, when its return is due. */
@Injectable()
export class OpenYearlyReviews implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly reviews: TitleReviewQueries,
    private readonly openReview: OpenReview,
    private readonly desk: TitleDesk,
    private readonly phaseClock: PhaseClock,
  ) {}

  onModuleInit(): void {
    this.phaseClock.alsoRun(() => this.run());
  }

  /** @returns how many were opened */
  async run(): Promise<number> {
    const { today } = this.desk;
    const known = await this.reviews.reviewedYears();
    let opened = 0;
    for (const title of known) {
      if (opensReview(title, today) && (await this.openCounted(title.id))) opened += 1;
    }
    return opened;
  }

  /** A term is not counted over a year whose working days nobody has entered: it opens once they are. */
  private async openCounted(titleId: string): Promise<boolean> {
    try {
      return await this.open(titleId);
    } catch (error) {
      if (error instanceof RuleError) return false;
      throw error;
    }
  }

  private open(titleId: string): Promise<boolean> {
    return this.database.transaction(async () => {
      const title = await lockTitle(this.database, titleId);
      const { today } = this.desk;
      const { state, validFrom, validTo } = title;
      const reviewedYear = await this.reviews.reviewedYear(titleId);
      const owed = opensReview({ state, validFrom, validTo, reviewedYear }, today);
      if (!owed) return false;
      const year = yearUnderReview(today);
      const cause = { trigger: 'yearly', year, reason: null, openedBy: null } as const;
      await this.openReview.open(title, { ...cause, caused: owed });
      return true;
    });
  }
}
