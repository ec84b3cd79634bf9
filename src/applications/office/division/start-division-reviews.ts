import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { Refusal } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { StartDivisionReview } from './start-division-review.js';

/** A03 for every file that was chosen, all or none. */
@Injectable()
export class StartDivisionReviews {
  constructor(
    private readonly database: Database,
    private readonly startReview: StartDivisionReview,
  ) {}

  async run(actor: Actor, applicationIds: readonly string[]): Promise<number> {
    const ids = [...new Set(applicationIds)];
    if (ids.length === 0) throw new Refusal('review.batch.nothing');
    await this.database.transaction(async () => {
      for (const id of ids) await this.startReview.run(actor, id);
    });
    return ids.length;
  }
}
