import { Injectable } from '@nestjs/common';
import { MoveApplication } from '../../applications/move-application.js';
import { Database } from '../../database/database.js';
import { Notify } from '../../notifications/notify.js';
import type { Actor } from '../../web/actor.js';
import { AwardList } from './award-list.entity.js';
import type { Notice } from '../notices/notice.entity.js';
import { ReReviewQueries } from '../objections/re-review.queries.js';
import { ReReview } from '../objections/re-review.entity.js';
import { AwardListQueries, type OutcomeRow } from './award-list.queries.js';
import { CreditGate } from './credit-gate.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { listIn } from '../../rules/lifecycle/record-states.js';
import { anyOf } from '../../database/any-of.js';

/** The corrected list is public: those it re-examined enter a full period of their own, or leave. */
@Injectable()
export class PostCorrectedList {
  constructor(
    private readonly database: Database,
    private readonly lists: AwardListQueries,
    private readonly reReviews: ReReviewQueries,
    private readonly credit: CreditGate,
    private readonly moveApplication: MoveApplication,
    private readonly notify: Notify,
  ) {}

  /** Within the transaction that posts the notice. */
  async run(actor: Actor, notice: Notice, list: AwardList): Promise<void> {
    const { programmeId } = notice;
    const reviews = (await this.reReviews.ofProgramme(programmeId)).filter(
      ({ lockId, noticeId }) => lockId !== null && noticeId === null,
    );
    const reviewed = new Set(reviews.map(({ applicationId }) => applicationId));
    const waiting = (await this.lists.outcomes(programmeId)).filter(
      ({ applicationId, state }) =>
        reviewed.has(applicationId) && applicationIn.scoreLocked.has(state),
    );
    const listed = new Set(list.rows.map(({ applicationId }) => applicationId));
    const again = waiting.filter(({ applicationId }) => listed.has(applicationId));
    const clear = await this.credit.requireClear(again, 'K2');
    for (const row of waiting) {
      await this.move(actor, notice, list, { row, clear: clear.has(row.applicationId) });
    }
    for (const { id } of reviews) {
      await this.database.repo(ReReview).update({ id }, { noticeId: notice.id });
    }
    const lists = this.database.repo(AwardList);
    const own = { programmeId, kind: 'proposed', state: anyOf(listIn.posted) } as const;
    await lists.update(own, { state: 'Superseded' });
    await lists.update(list.id, { state: 'Posted', publishedOn: notice.postedOn });
  }

  private async move(
    actor: Actor,
    notice: Notice,
    list: AwardList,
    { row, clear }: { readonly row: OutcomeRow; readonly clear: boolean },
  ) {
    const { applicationId, outcome, merchantId } = row;
    const stays = outcome === 'proposed';
    await this.moveApplication.run({
      applicationId,
      event: stays ? 'propose' : 'leaveOut',
      actorId: list.preparedBy,
      role: 'CityRegistrar',
      guards: {
        withinQuota: stays,
        passMarkReached: stays,
        noVetoHit: clear,
        minutesSigned: (list.minutes ?? '').trim() !== '',
      },
      details: { list: list.id },
      changesPublicPages: true,
    });
    if (stays) {
      await this.moveApplication.run({
        applicationId,
        event: 'enterPublicity',
        actorId: actor.accountId,
        role: 'Publisher',
        guards: {
          // It was listed before, which needed the same consent.
          consentToListedFields: list.rows.some((one) => one.applicationId === applicationId),
          noticeReady: notice.listId === list.id,
        },
        details: { notice: notice.id },
        changesPublicPages: true,
      });
    }
    await this.notify.merchant(merchantId, {
      kind: stays ? 'objection.listedAgain' : 'objection.leftOut',
      variables: { receipt: row.receiptNumber },
      path: `/notices/${notice.id}`,
    });
  }
}
