import { Injectable } from '@nestjs/common';
import { MoveApplication } from '../../applications/move-application.js';
import { Database } from '../../database/database.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { placeOnList } from '../../rules/ranking/place-on-list.js';
import { categoryRules } from '../../rules/scoring/category-sheets.js';
import type { CategoryCode } from '../../rules/scoring/rule-set.js';
import type { Actor } from '../../web/actor.js';
import { AwardList } from './award-list.entity.js';
import type { Notice } from '../notices/notice.entity.js';
import { names, namedOf } from './list-rows.js';
import { ReReviewQueries, unposted } from '../objections/re-review.queries.js';
import { ReReview } from '../objections/re-review.entity.js';
import { AwardListQueries, type OutcomeRow } from './award-list.queries.js';
import { CreditGate } from './credit-gate.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { listIn } from '../../rules/lifecycle/record-states.js';
import { anyOf } from '../../database/any-of.js';
import { TellApplicant } from '../../applications/tell-applicant.js';

/** The corrected list is public: those it re-examined enter a full period of their own, or leave. */
@Injectable()
export class PostCorrectedList {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly lists: AwardListQueries,
    private readonly reReviews: ReReviewQueries,
    private readonly credit: CreditGate,
    private readonly moveApplication: MoveApplication,
    private readonly tell: TellApplicant,
  ) {}

  /** Within the transaction that posts the notice. */
  async run(actor: Actor, notice: Notice, list: AwardList): Promise<void> {
    const { programmeId } = notice;
    const reviews = unposted(await this.reReviews.ofProgramme(programmeId));
    const reviewed = new Set(reviews.map(({ applicationId }) => applicationId));
    const waiting = (await this.lists.outcomes(programmeId)).filter(
      ({ applicationId, state }) =>
        reviewed.has(applicationId) && applicationIn.scoreLocked.has(state),
    );
    const again = waiting.filter((row) => names(list, row));
    const clear = await this.credit.requireClear(again, 'K2');
    const { rules } = await this.programmes.rules(programmeId);
    for (const row of waiting) {
      const category = categoryRules(rules, row.categoryCode as CategoryCode);
      const listed = namedOf(list.rows, row.categoryCode);
      const place = placeOnList(category, listed, row.compositeMillionths);
      await this.move(actor, notice, list, { row, place, clear: clear.has(row.applicationId) });
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
    { row, place, clear }: Reviewed,
  ) {
    const { applicationId, outcome } = row;
    const stays = outcome === 'proposed';
    await this.moveApplication.run({
      applicationId,
      event: stays ? 'propose' : 'leaveOut',
      actorId: list.preparedBy,
      role: 'CityRegistrar',
      guards: {
        ...place,
        noVetoHit: clear,
        minutesSigned: (list.minutes ?? '').trim() !== '',
      },
      details: { list: list.id },
    });
    if (stays) {
      await this.moveApplication.run({
        applicationId,
        event: 'enterPublicity',
        actorId: actor.accountId,
        role: 'Publisher',
        guards: {
          // It was listed before, which needed the same consent.
          consentToListedFields: names(list, row),
          noticeReady: names(list, row),
        },
        details: { notice: notice.id },
      });
    }
    await this.tell.run(row.applicationId, {
      kind: stays ? 'objection.listedAgain' : 'objection.leftOut',
      path: `/notices/${notice.id}`,
    });
  }
}

interface Reviewed {
  readonly row: OutcomeRow;
  readonly place: ReturnType<typeof placeOnList>;
  readonly clear: boolean;
}
