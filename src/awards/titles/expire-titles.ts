import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { transition } from '../../rules/lifecycle/lifecycle.js';
import { titleLifecycle } from '../../rules/lifecycle/title-lifecycle.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { Title } from './title.entity.js';

/** T08: titles whose validity has ended. Pages show it by the clock; this writes it down. */
@Injectable()
export class ExpireTitles {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<number> {
    actingRole(actor, ['CityRegistrar']);
    const today = beijingDate(this.clock.now());
    return this.database.transaction(async () => {
      const titles = this.database.repo(Title);
      const expiry = ({ state, validTo }: Title) =>
        transition(titleLifecycle, state, 'expire', {
          role: 'System',
          guards: { validityEnded: validTo < today },
        });
      const due = (await titles.find()).filter((title) => expiry(title).ok).map(({ id }) => id);
      let expired = 0;
      // Every title before the first entry of the journal, whose head is held last.
      for (const title of await this.database.lockAll(Title, due)) {
        const from = title.state;
        const result = expiry(title);
        if (!result.ok) continue;
        expired += 1;
        title.state = result.to;
        title.stateSince = title.validTo;
        await titles.save(title);
        await this.journal.record({
          actorId: null,
          actorRole: 'System',
          event: 'title.expire',
          subjectType: 'title',
          subjectId: title.id,
          programmeId: title.programmeId,
          details: { from, to: result.to, rule: result.row.rule },
          changesPublicPages: true,
        });
      }
      return expired;
    });
  }
}
