import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import { AnnualReturn } from '../annual-return.entity.js';
import { lockMerchant } from '../lock-merchant.js';

export interface ReturnCheck {
  readonly returnId: string;
  readonly version: number;
  readonly decision: 'confirm' | 'sendBack';
  /** How the figures were confirmed, or what is wrong with them. */
  readonly note: string | null;
}

/**
 * The office has asked a merchant about figures that are out of proportion: they are right and count from
 * now, or go back with the reason and stay out of every sum until the merchant has filed again.
 */
@Injectable()
export class CheckReturnWithMerchant {
  constructor(
    private readonly database: Database,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { returnId, version, decision, note }: ReturnCheck): Promise<void> {
    const actorRole = actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const returns = this.database.repo(AnnualReturn);
      const found = await returns.findOneBy({ id: returnId });
      if (!found) throw missing();
      await lockMerchant(this.database, found.merchantId);
      const row = await returns.findOneByOrFail({ id: returnId });
      if (!row.doubted || row.checkedAt) throw conflict('merchants.returnCheck.done');
      if (row.version !== version) throw conflict('merchants.returnCheck.changed');
      if (!note) throw new Refusal('merchants.returnCheck.noteMissing', {}, 'note');
      const confirms = decision === 'confirm';
      await returns.save(
        Object.assign(row, {
          doubted: confirms ? null : 1,
          checkedBy: actor.accountId,
          checkedAt: this.clock.now(),
          checkNote: note,
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: confirms ? 'annualReturn.confirm' : 'annualReturn.sendBack',
        subjectType: 'merchant',
        subjectId: row.merchantId,
        details: { year: row.year, version: row.version, note },
        changesPublicPages: confirms,
      });
      await this.notify.merchant(row.merchantId, {
        kind: confirms ? 'returnConfirmed' : 'returnSentBack',
        variables: confirms ? { year: String(row.year) } : { year: String(row.year), reason: note },
        path: `/my/returns/${row.year}`,
      });
    });
  }
}
