import { Injectable } from '@nestjs/common';
import { WorkingDays } from '../../programmes/working-days.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import type { DueWork } from '../../rules/due-work.js';
import { titleWork } from '../../rules/titles/title-work.js';
import { TitleChangeQueries } from './changes/title-change.queries.js';
import { TitleReviewQueries } from './reviews/title-review.queries.js';
import { TitleRevocationQueries } from './revocations/title-revocation.queries.js';
import { TitleWarningQueries } from './warnings/title-warning.queries.js';

/** What waits about the titles of every year, with who is next and by when. */
@Injectable()
export class TitleWorkQueries {
  constructor(
    private readonly reviews: TitleReviewQueries,
    private readonly warnings: TitleWarningQueries,
    private readonly revocations: TitleRevocationQueries,
    private readonly changes: TitleChangeQueries,
    private readonly workingDays: WorkingDays,
  ) {}

  async on(today: string): Promise<readonly DueWork[]> {
    const facts = {
      reviews: (await this.reviews.open()).map(named),
      warnings: (await this.warnings.open()).map(named),
      revocations: (await this.revocations.running()).map((row) => ({
        ...named(row),
        statedOn: dayOf(row.statedAt),
        decidedOn: dayOf(row.decidedAt),
        annulledOn: dayOf(row.annulmentAt),
      })),
      changes: (await this.changes.open()).map(({ merchantName, reportedAt }) => ({
        subject: merchantName,
        reportedOn: beijingDate(reportedAt),
      })),
    };
    return titleWork(facts, await this.workingDays.calendar(), today);
  }
}

export function named<
  Row extends { readonly merchantName: string; readonly certificateNumber: string },
>(row: Row): Row & { readonly subject: string } {
  return { ...row, subject: `${row.merchantName} ${row.certificateNumber}` };
}

function dayOf(instant: string | null): string | null {
  return instant && beijingDate(instant);
}
