import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { conflict, missing } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import { WindowEntry } from './window-entry.entity.js';

/** The person has left: the clerk acts for the merchant no longer. */
@Injectable()
export class CloseWindow {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<void> {
    const role = actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const own = { id, enteredBy: actor.accountId };
      if (!(await this.database.repo(WindowEntry).existsBy(own))) throw missing();
      const entry = await this.database.lock(WindowEntry, id);
      if (entry.closedAt !== null) throw conflict('applications.window.closedAlready');
      entry.closedAt = this.clock.now();
      await this.database.repo(WindowEntry).save(entry);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'window.close',
        subjectType: 'merchant',
        subjectId: entry.merchantId,
        details: { window: entry.receiptNumber },
      });
    });
  }
}
