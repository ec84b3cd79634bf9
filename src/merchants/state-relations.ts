import { Injectable } from '@nestjs/common';
import { CREDIT_CODE_FIRST_PAIRS } from '../../seeds/reference/credit-code-first-pairs.js';
import { Database } from '../database/database.js';
import { keptMerchant } from '../documents/kept-merchant.js';
import { newId } from '../database/new-id.js';
import { Journal } from '../journal/journal.js';
import { Notify } from '../notifications/notify.js';
import { checkCreditCode } from '../rules/identifiers/credit-code.js';
import { Refusal, conflict, missing } from '../rules/refusal.js';
import { type Actor, merchantOf } from '../web/actor.js';
import { lockMerchant } from './lock-merchant.js';
import { Merchant } from './merchant.entity.js';
import { RelatedMerchant } from './related-merchant.entity.js';

export interface NewRelatedMerchant {
  readonly name: string;
  readonly creditCode: string | null;
  readonly relation: string;
}

/** A merchant names the merchants and people it is tied to, or takes a tie back. */
@Injectable()
export class StateRelations {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
  ) {}

  async addMerchant(actor: Actor, given: NewRelatedMerchant): Promise<void> {
    const merchantId = this.merchant(actor);
    const creditCode = given.creditCode === null ? null : readCode(given.creditCode);
    await this.database.transaction(async () => {
      await lockMerchant(this.database, merchantId);
      const stated = creditCode
        ? await this.database.repo(Merchant).findOneBy({ creditCode })
        : null;
      // A code of before leads to the record that was kept.
      const relatedId = stated && (await keptMerchant(this.database, stated.id));
      if (relatedId === merchantId) {
        throw new Refusal('merchants.relations.self', {}, 'creditCode');
      }
      await this.database.repo(RelatedMerchant).insert({
        id: newId(),
        merchantId,
        name: given.name,
        creditCode,
        relatedId,
        relation: given.relation,
        confirmedBy: null,
        confirmedAt: null,
      });
      await this.note(actor, merchantId, 'relation.add', given.relation);
      if (relatedId) await this.tell(relatedId, merchantId);
    });
  }

  async removeMerchant(actor: Actor, relationId: string): Promise<void> {
    const merchantId = this.merchant(actor);
    await this.database.transaction(async () => {
      await lockMerchant(this.database, merchantId);
      const relations = this.database.repo(RelatedMerchant);
      const known = await relations.findOneBy({ id: relationId, merchantId });
      if (!known) throw missing();
      if (known.confirmedAt) throw conflict('merchants.relations.keep');
      await relations.delete({ id: relationId });
      await this.note(actor, merchantId, 'relation.remove', known.relation);
    });
  }

  async addPerson(actor: Actor, given: { name: string; relation: string }): Promise<void> {
    await this.changePersons(actor, 'relation.add', given.relation, (people) => [
      ...people.filter((one) => one.name !== given.name),
      { name: given.name, relation: given.relation },
    ]);
  }

  async removePerson(actor: Actor, name: string): Promise<void> {
    await this.changePersons(actor, 'relation.remove', 'person', (people) =>
      people.filter((one) => one.name !== name),
    );
  }

  private async changePersons(
    actor: Actor,
    event: string,
    relation: string,
    change: (people: { name: string; relation: string }[]) => { name: string; relation: string }[],
  ): Promise<void> {
    const id = this.merchant(actor);
    await this.database.transaction(async () => {
      const merchant = await lockMerchant(this.database, id);
      const people = JSON.stringify(change(merchant.relatedPersons ?? []));
      // Past the entity, whose version would rise: an open form of the record stays valid.
      await this.database.execute('UPDATE merchant SET related_persons = ? WHERE id = ?', [
        people,
        id,
      ]);
      await this.note(actor, id, event, relation);
    });
  }

  /** The other side learns what is said of it, and may say the same. */
  private async tell(relatedId: string, merchantId: string): Promise<void> {
    const { name } = await this.database.repo(Merchant).findOneByOrFail({ id: merchantId });
    const news = { kind: 'relationStated', variables: { name }, path: '/my/relations' };
    await this.notify.merchant(relatedId, news);
  }

  private merchant(actor: Actor): string {
    const merchantId = merchantOf(actor);
    if (!merchantId) throw missing();
    return merchantId;
  }

  private note(actor: Actor, merchantId: string, event: string, relation: string) {
    return this.journal.record({
      actorId: actor.accountId,
      actorRole: actor.duties[0]?.role ?? 'Agent',
      event: `merchant.${event}`,
      subjectType: 'merchant',
      subjectId: merchantId,
      details: { relation },
    });
  }
}

function readCode(text: string): string {
  const code = checkCreditCode(text, { firstPairs: CREDIT_CODE_FIRST_PAIRS, divisionPrefix: '' });
  if (!code.ok) throw new Refusal(code.code, code.variables, 'creditCode');
  return code.value;
}
