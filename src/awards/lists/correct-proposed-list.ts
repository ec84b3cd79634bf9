import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { AwardList } from './award-list.entity.js';
import { ReReviewQueries, unposted } from '../objections/re-review.queries.js';
import { AwardListQueries } from './award-list.queries.js';
import { CreditGate } from './credit-gate.js';
import { listHash, listRows } from './list-rows.js';
import { listIn } from '../../rules/lifecycle/record-states.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { Programme } from '../../programmes/programme.entity.js';
import { anyOf } from '../../database/any-of.js';

/**
 * After a re-lock the proposed list becomes a new version: whoever lost the place leaves it, nobody
 * is promoted into it. Applications move only when the corrected list is posted.
 */
@Injectable()
export class CorrectProposedList {
  constructor(
    private readonly database: Database,
    private readonly lists: AwardListQueries,
    private readonly reReviews: ReReviewQueries,
    private readonly credit: CreditGate,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    input: { readonly programmeId: string; readonly minutes: string },
  ): Promise<{ listId: string }> {
    const role = actingRole(actor, ['CityRegistrar'], input.programmeId);
    const { programmeId } = input;
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const known = await this.lists.ofProgramme(programmeId);
      const posted = known.find(
        ({ kind, state }) => kind === 'proposed' && listIn.posted.has(state),
      );
      const reviewed = new Set(
        unposted(await this.reReviews.ofProgramme(programmeId)).map(
          ({ applicationId }) => applicationId,
        ),
      );
      if (!posted || reviewed.size === 0) throw new Refusal('awards.correct.nothing');
      // Who left the list after a re-review comes back when the re-review itself did not hold.
      const listed = new Set([...posted.rows.map((row) => row.applicationId), ...reviewed]);
      const stay = (await this.lists.outcomes(programmeId)).filter(
        ({ applicationId, state, outcome }) =>
          listed.has(applicationId) &&
          !applicationIn.left.has(state) &&
          (!reviewed.has(applicationId) || outcome !== 'notProposed'),
      );
      const again = stay.filter(({ applicationId }) => reviewed.has(applicationId));
      const tied = again.filter(({ outcome }) => outcome === 'undecided');
      if (tied.length) {
        const receipts = tied.map(({ receiptNumber }) => receiptNumber).join(' ');
        throw new Refusal('awards.deliberation.ties', { receipts });
      }
      await this.credit.requireClear(again, 'K2');
      const rows = listRows(stay);
      const listId = newId();
      const hash = listHash(rows);
      const lists = this.database.repo(AwardList);
      const own = { programmeId, kind: 'proposed' } as const;
      await lists.update({ ...own, state: anyOf(listIn.prepared) }, { state: 'Superseded' });
      const number = 1 + Math.max(...known.map((one) => (one.kind === own.kind ? one.number : 0)));
      await lists.insert({
        ...own,
        id: listId,
        number,
        state: 'Prepared',
        rows,
        hash,
        minutes: input.minutes,
        supervisorStatement: posted.supervisorStatement,
        correctionReason: input.minutes,
        preparedBy: actor.accountId,
        preparedAt: this.clock.now(),
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'list.correctProposal',
        subjectType: 'list',
        subjectId: listId,
        programmeId,
        details: { number, rows: rows.length, hash, replaces: posted.id, reviewed: [...reviewed] },
      });
      await this.notify.role('Publisher', {
        kind: 'list.corrected',
        variables: { programme: posted.programmeName },
        path: '/office/notices',
      });

      return { listId };
    });
  }
}
