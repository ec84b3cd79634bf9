import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import { type Actor, merchantOf } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { Objection } from './objection.entity.js';
import { ObjectionQueries } from './objection.queries.js';
import { objectionIn } from '../../rules/lifecycle/objection-groups.js';
import { lockObjection } from './lock-objection.js';

/** The merchant states its case against the substance; it never learns who objected. */
@Injectable()
export class AnswerObjection {
  constructor(
    private readonly database: Database,
    private readonly objections: ObjectionQueries,
    private readonly journal: Journal,
    private readonly notify: Notify,
  ) {}

  async run(
    actor: Actor,
    input: { readonly objectionId: string; readonly answer: string },
  ): Promise<void> {
    const actorRole = actingRole(actor, ['Agent', 'LegalRepresentative']);
    return this.database.transaction(async () => {
      await lockObjection(this.database, input.objectionId);
      const known = await this.objections.ofMerchant(input.objectionId, merchantOf(actor) ?? '');
      if (!known) throw missing();
      if (!objectionIn.underReview.has(known.state))
        throw new Refusal('awards.objection.answerOver');
      if (known.merchantAnswer) throw conflict('awards.objection.answered');
      await this.database
        .repo(Objection)
        .update({ id: known.id }, { merchantAnswer: input.answer });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'objection.answer',
        subjectType: 'objection',
        subjectId: known.id,
        programmeId: known.programmeId,
      });
      if (!known.acceptedBy) return;
      await this.notify.accounts([known.acceptedBy], {
        kind: 'objection.answered',
        variables: { receipt: known.receiptNumber },
        path: `/office/objections/${known.id}`,
      });
    });
  }
}
