import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AfterMobile } from '../../accounts/own/after-mobile.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { type Actor, merchantOf } from '../../web/actor.js';
import { Merchant } from '../merchant.entity.js';

/** A code came back from the mobile of whoever acts for a new merchant: it counts from now. */
@Injectable()
export class AcceptByMobile implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly afterMobile: AfterMobile,
  ) {}

  onModuleInit(): void {
    this.afterMobile.add((actor) => this.run(actor));
  }

  async run(actor: Actor): Promise<void> {
    const merchantId = merchantOf(actor);
    if (!merchantId) return;
    await this.database.transaction(async () => {
      const merchant = await this.database.lock(Merchant, merchantId);
      if (merchant.acceptedAt || merchant.mergedIntoId) return;
      await this.database.execute('UPDATE merchant SET accepted_at = ? WHERE id = ?', [
        this.clock.now(),
        merchantId,
      ]);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: actor.duties[0]!.role,
        event: 'merchant.accept',
        subjectType: 'merchant',
        subjectId: merchantId,
        details: { how: 'mobile' },
        changesPublicPages: true,
      });
    });
  }
}
