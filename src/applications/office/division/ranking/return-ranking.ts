import { Injectable } from '@nestjs/common';
import { Database } from '../../../../database/database.js';
import { Notify } from '../../../../notifications/notify.js';
import type { Actor } from '../../../../web/actor.js';
import { ChangeRanking, type SeenRanking } from './change-ranking.js';

/** Who signs sends the set back to be ordered or written anew, and says why. */
@Injectable()
export class ReturnRanking {
  constructor(
    private readonly database: Database,
    private readonly change: ChangeRanking,
    private readonly notify: Notify,
  ) {}

  async run(actor: Actor, seen: SeenRanking, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const open = await this.change.open(actor, 'DivisionApprover', 'return', seen);
      open.ranking.returnReason = reason;
      await this.change.keep(actor, 'DivisionApprover', open, 'return', { reason });
      await this.notify.holders(
        ['DivisionReviewer'],
        {
          kind: 'rankingReturned',
          variables: { category: open.category.nameZh, reason },
          path: `/division/rankings/${open.category.code}`,
        },
        { divisionCode: open.divisionCode, except: actor.accountId },
      );
    });
  }
}
