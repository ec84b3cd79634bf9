import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { keptMerchant } from '../documents/kept-merchant.js';
import { Journal } from '../journal/journal.js';
import { Notify } from '../notifications/notify.js';
import { Refusal, conflict, missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { lockMerchant } from './lock-merchant.js';
import { Merchant } from './merchant.entity.js';
import { RelatedMerchant } from './related-merchant.entity.js';

/** The office has checked a tie that one merchant states, or finds that it was wrong to believe it. */
@Injectable()
export class ConfirmRelation {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    merchantId: string,
    relationId: string,
    confirmed: boolean,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const merchant = await lockMerchant(this.database, merchantId);
      const relations = this.database.repo(RelatedMerchant);
      const relation = await relations.findOneBy({ id: relationId, merchantId });
      if (!relation) throw missing();
      if ((relation.confirmedAt !== null) === confirmed) {
        throw conflict(`merchants.relations.already.${confirmed ? 'confirmed' : 'released'}`);
      }
      if (!relation.creditCode) throw new Refusal('merchants.relations.noCode');
      await relations.update(relationId, {
        confirmedBy: confirmed ? actor.accountId : null,
        confirmedAt: confirmed ? this.clock.now() : null,
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: confirmed ? 'merchant.relation.confirm' : 'merchant.relation.release',
        subjectType: 'merchant',
        subjectId: merchantId,
        details: { relation: relation.relation, creditCode: relation.creditCode },
      });
      const other = await this.database
        .repo(Merchant)
        .findOneBy({ creditCode: relation.creditCode });
      const kind = confirmed ? 'relationConfirmed' : 'relationReleased';
      const tell = (id: string, name: string) =>
        this.notify.merchant(id, { kind, variables: { name }, path: '/my/relations' });
      await tell(merchantId, relation.name);
      if (other) await tell(await keptMerchant(this.database, other.id), merchant.name);
    });
  }
}
