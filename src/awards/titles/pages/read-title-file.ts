import { Injectable } from '@nestjs/common';
import { TitleRevocationQueries } from '../revocations/title-revocation.queries.js';
import { TitleReviewQueries } from '../reviews/title-review.queries.js';
import { TitleQueries } from '../title.queries.js';
import { TitleWarningQueries } from '../warnings/title-warning.queries.js';
import type { TitleFile } from './title-acts.js';

/** Everything that the pages of one title are made from. */
@Injectable()
export class ReadTitleFile {
  constructor(
    private readonly titles: TitleQueries,
    private readonly reviews: TitleReviewQueries,
    private readonly warnings: TitleWarningQueries,
    private readonly revocations: TitleRevocationQueries,
  ) {}

  async run(id: string, today: string): Promise<TitleFile | null> {
    const title = await this.titles.byId(id, today);
    if (!title) return null;
    return {
      title,
      reviews: await this.reviews.ofTitle(id),
      warnings: await this.warnings.ofTitle(id),
      revocations: await this.revocations.ofTitle(id),
      placeLost: await this.revocations.placeLost(id),
      today,
    };
  }
}
