import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { titleIn } from '../../../rules/lifecycle/title-groups.js';
import { LIMITS } from '../../../rules/programme/limits.js';
import { overtaken } from '../../../rules/refusal.js';
import { wasDecidedByTwo, wasHeard } from '../../../rules/titles/revocation-steps.js';
import { revocationGroundHolds } from '../../../rules/titles/title-grounds.js';
import type { Actor } from '../../../web/actor.js';
import type { Notice } from '../../notices/notice.entity.js';
import { MoveTitle } from '../move-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleReview } from '../title-review.entity.js';
import { TitleRevocation } from '../title-revocation.entity.js';
import { TitleWarning } from '../title-warning.entity.js';
import { Title } from '../title.entity.js';
import { TitleReviewQueries } from '../reviews/title-review.queries.js';
import { TitleWarningQueries } from '../warnings/title-warning.queries.js';
import { groundFacts } from './ground-facts.js';
import { TitleRevocationQueries } from './title-revocation.queries.js';

/** T06, T07: the title ends with the posting of its notice, and with nothing before it. */
@Injectable()
export class RevokeTitle {
  constructor(
    private readonly database: Database,
    private readonly revocations: TitleRevocationQueries,
    private readonly reviews: TitleReviewQueries,
    private readonly warnings: TitleWarningQueries,
    private readonly moveTitle: MoveTitle,
    private readonly desk: TitleDesk,
  ) {}

  /** Within the transaction of the posting, which holds the programme. */
  async run(actor: Actor, notice: Pick<Notice, 'id' | 'facts'>, postedOn: string): Promise<void> {
    const title = await this.database.lock(Title, String(notice.facts.titleId ?? ''));
    const revocation = await this.revocations.openOf(title.id);
    if (!revocation) throw overtaken('awards.revocation.ended', 'title', title.state);
    const warnings = await this.warnings.ofTitle(title.id);
    const placeLost = await this.revocations.placeLost(title.id);
    const known = groundFacts(title.state, warnings, { today: postedOn, placeLost });
    const warned = titleIn.warned.has(title.state);
    const holds = revocationGroundHolds(revocation.ground, known);
    await this.moveTitle.run(title, {
      event: warned ? 'revokeAfterWarning' : 'revoke',
      role: 'Publisher',
      actorId: actor.accountId,
      guards: {
        notRepairedInTerm: holds,
        revocationGroundHolds: holds,
        statementInvited: wasHeard(revocation, postedOn),
        decidedByTwo: wasDecidedByTwo(revocation),
        noticePosted: revocation.noticeId === notice.id,
      },
      reason: `awards.revocation.ground.${revocation.ground}`,
      since: postedOn,
      details: { revocation: revocation.id, ground: revocation.ground, notice: notice.id },
    });
    const plaqueDueOn = await this.desk.after(postedOn, LIMITS.plaqueReturn);
    await this.database.repo(TitleRevocation).update(revocation.id, { postedOn, plaqueDueOn });
    await this.close(actor, title.id);
    await this.desk.tellHolder(title, 'title.revoked', { day: plaqueDueOn });
  }

  private async close({ accountId }: Actor, titleId: string): Promise<void> {
    const { now } = this.desk;
    const review = await this.reviews.openOf(titleId);
    if (review) {
      const closed = { outcome: 'revoked', closedBy: accountId, closedAt: now } as const;
      await this.database.repo(TitleReview).update(review.id, closed);
    }
    const warning = await this.warnings.openOf(titleId);
    if (warning) {
      const ended = { ending: 'revoked', endedBy: accountId, endedAt: now } as const;
      await this.database.repo(TitleWarning).update(warning.id, ended);
    }
  }
}
