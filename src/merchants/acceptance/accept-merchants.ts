import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import { Merchant } from '../merchant.entity.js';

/** The office has looked at new registrations: from now they are merchants of the city. */
@Injectable()
export class AcceptMerchants {
  constructor(
    private readonly database: Database,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @returns the instant that all of them have in common */
  async run(actor: Actor, ids: readonly string[]): Promise<{ acceptedAt: string }> {
    const actorRole = actingRole(actor, ['CityRegistrar']);
    if (ids.length === 0) throw new Refusal('merchants.acceptance.none');
    return this.database.transaction(async () => {
      const acceptedAt = this.clock.now();
      const rows = await this.database.lockAll(Merchant, ids);
      const waiting = rows.filter((one) => !one.acceptedAt && !one.mergedIntoId);
      if (waiting.length === 0) throw conflict('merchants.acceptance.done');
      for (const { id } of waiting) {
        // Past the entity, whose version would rise: the merchant's open form stays valid.
        await this.database.execute(
          'UPDATE merchant SET accepted_at = ?, accepted_by = ? WHERE id = ?',
          [acceptedAt, actor.accountId, id],
        );
        await this.journal.record({
          actorId: actor.accountId,
          actorRole,
          event: 'merchant.accept',
          subjectType: 'merchant',
          subjectId: id,
          details: { how: 'office' },
          changesPublicPages: true,
        });
        await this.notify.merchant(id, { kind: 'merchant.accepted', path: '/my' });
      }
      return { acceptedAt };
    });
  }
}
