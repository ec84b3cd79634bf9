import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../config/clock.js';
import { Database } from '../../../../database/database.js';
import type { Actor } from '../../../../web/actor.js';
import { Recommendation } from '../../../recommendation.entity.js';
import { ChangeRanking, type SeenRanking } from './change-ranking.js';

/** Keeps the whole order of a division in a category; places cannot be doubled or left out. */
@Injectable()
export class SaveRanking {
  constructor(
    private readonly database: Database,
    private readonly change: ChangeRanking,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, seen: SeenRanking): Promise<void> {
    await this.database.transaction(async () => {
      const open = await this.change.open(actor, 'DivisionReviewer', 'save', seen);
      await this.place(seen.order, open.after);
      open.ranking.orderedAt = this.clock.now();
      await this.change.keep(actor, 'DivisionReviewer', open, 'save', { order: seen.order });
    });
  }

  private async place(order: readonly string[], after: number): Promise<void> {
    const opinions = this.database.repo(Recommendation);
    for (const [at, applicationId] of order.entries()) {
      await opinions.update({ applicationId }, { rank: after + at + 1 });
    }
  }
}
