import { Injectable } from '@nestjs/common';
import { RunningSpans } from '../../programmes/running-spans.js';
import { WorkingDays } from '../../programmes/working-days.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import type { RunningSpan } from '../../rules/calendar/moved-spans.js';
import { titleSpans } from '../../rules/titles/title-spans.js';
import { TitleChangeQueries } from './changes/title-change.queries.js';
import { TitleReviewQueries } from './reviews/title-review.queries.js';
import { TitleRevocationQueries } from './revocations/title-revocation.queries.js';
import { named } from './title-work.queries.js';
import { TitleWarningQueries } from './warnings/title-warning.queries.js';

/** Terms of holders of titles, and of the office towards them, for whoever changes the working days. */
@Injectable()
export class RunningTitleTerms {
  constructor(
    private readonly reviews: TitleReviewQueries,
    private readonly warnings: TitleWarningQueries,
    private readonly revocations: TitleRevocationQueries,
    private readonly changes: TitleChangeQueries,
    private readonly workingDays: WorkingDays,
    spans: RunningSpans,
  ) {
    spans.supply((today) => this.of(today));
  }

  private async of(today: string): Promise<readonly RunningSpan[]> {
    const facts = {
      reviews: (await this.reviews.open()).map(named),
      warnings: (await this.warnings.open()).map(named),
      revocations: (await this.revocations.running()).map((row) => ({
        ...named(row),
        proposedOn: beijingDate(row.proposedAt),
        statedOn: row.statedAt === null ? null : beijingDate(row.statedAt),
        decided: row.decision !== null,
      })),
      changes: (await this.changes.open()).map(({ merchantName, reportedAt }) => ({
        subject: merchantName,
        reportedOn: beijingDate(reportedAt),
      })),
    };
    return titleSpans(facts, await this.workingDays.calendar(), today);
  }
}
