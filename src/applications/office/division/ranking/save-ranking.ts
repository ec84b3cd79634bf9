import { Injectable } from '@nestjs/common';
import { Database } from '../../../../database/database.js';
import type { Actor } from '../../../../web/actor.js';
import { ChangeRanking, type SeenRanking } from './change-ranking.js';

/** Keeps the whole order of a division in a category; places cannot be doubled or left out. */
@Injectable()
export class SaveRanking {
  constructor(
    private readonly database: Database,
    private readonly change: ChangeRanking,
  ) {}

  async run(actor: Actor, seen: SeenRanking): Promise<void> {
    await this.database.transaction(async () => {
      const open = await this.change.open(actor, 'DivisionReviewer', 'save', seen);
      await this.change.place(open, seen.order);
      await this.change.keep(actor, 'DivisionReviewer', open, 'save', { order: seen.order });
    });
  }
}
