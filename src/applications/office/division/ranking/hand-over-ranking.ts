import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../config/clock.js';
import { Database } from '../../../../database/database.js';
import { Notify } from '../../../../notifications/notify.js';
import { ProgrammeQueries } from '../../../../programmes/programme.queries.js';
import { isOnNewest } from '../../../../rules/recommendation/opinion-on-newest.js';
import { Refusal } from '../../../../rules/refusal.js';
import type { Actor } from '../../../../web/actor.js';
import { categoryRules } from '../../file/category-rules.js';
import { ChangeRanking, type OpenRanking, type SeenRanking } from './change-ranking.js';

/** The reviewer hands the whole set over to who signs it, in the order that stands on the page. */
@Injectable()
export class HandOverRanking {
  constructor(
    private readonly database: Database,
    private readonly change: ChangeRanking,
    private readonly programmes: ProgrammeQueries,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, seen: SeenRanking): Promise<void> {
    await this.database.transaction(async () => {
      const open = await this.change.open(actor, 'DivisionReviewer', 'handOver', seen);
      const { ranking, set, category, divisionCode } = open;
      const { rules } = await this.programmes.rules(open.programme.id);
      checkSet(open, categoryRules(rules, category.code).divisionQuotas?.[divisionCode] ?? null);
      // Whoever moved lines and hands over at once has not to save them first.
      if (set.waiting.some(({ applicationId }, at) => seen.order[at] !== applicationId)) {
        await this.change.place(open, seen.order);
      }
      Object.assign(ranking, {
        handedBy: actor.accountId,
        handedAt: this.clock.now(),
        returnReason: null,
      });
      await this.change.keep(actor, 'DivisionReviewer', open, 'handOver', { order: seen.order });
      await this.notify.holders(
        ['DivisionApprover'],
        {
          kind: 'rankingHandedOver',
          variables: { category: category.nameZh, count: set.waiting.length },
          path: `/division/rankings/${category.code}`,
        },
        { divisionCode, except: actor.accountId },
      );
    });
  }
}

/** What the set must be before anybody signs it: within the quota, each opinion on the newest version. */
export function checkSet({ set }: OpenRanking, quota: number | null): void {
  const count = set.signed.length + set.waiting.length;
  if (quota !== null && count > quota) {
    throw new Refusal('review.ranking.overQuota', { quota, count });
  }
  const old = set.waiting.find(
    ({ reviewedAt, submittedAt, answeredAt }) => !isOnNewest(reviewedAt, [submittedAt, answeredAt]),
  );
  if (old) throw new Refusal('review.ranking.changedSince', { merchant: old.merchantName });
}
