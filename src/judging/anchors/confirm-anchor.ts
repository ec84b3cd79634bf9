import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { anyOf } from '../../database/any-of.js';
import { Database } from '../../database/database.js';
import { JournalEntry } from '../../journal/journal-entry.entity.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { anchorIn } from '../../rules/lifecycle/anchor-states.js';
import { conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { AnchorQueries } from './anchor.queries.js';
import { AnchorDossier } from './anchor-dossier.entity.js';
import { takeAnchor } from './take-anchor.js';

/** The second person of an anchor: what the approver read is what the judges will score. */
@Injectable()
export class ConfirmAnchor {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: AnchorQueries,
  ) {}

  async run(actor: Actor, given: { readonly id: string; readonly version: number }): Promise<void> {
    actingRole(actor, ['Approver']);
    await this.database.transaction(async () => {
      const { database, queries, programmes } = this;
      const kit = { database, queries, programmes };
      const { anchor, role } = await takeAnchor(kit, actor, 'Approver', given);
      if (!anchorIn.prepared.has(anchor.state)) throw conflict('judging.anchor.notHandedOver');
      requireSecondPerson(actor, await this.writer(actor, anchor), anchor.id);
      await this.database.repo(AnchorDossier).save(
        Object.assign(anchor, {
          state: 'Confirmed' as const,
          confirmedBy: actor.accountId,
          confirmedAt: this.clock.now(),
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'anchor.confirm',
        subjectType: 'anchor',
        subjectId: anchor.id,
        programmeId: anchor.programmeId,
        details: { preparer: anchor.preparedBy, version: given.version },
      });
      const path = `/office/anchors/${anchor.programmeId}`;
      await this.notify.holders(['CityRegistrar'], { kind: 'anchorConfirmed', path });
    });
  }

  /** Whoever wrote any of it is no second person, also where somebody else saved it last. */
  private async writer({ accountId: actorId }: Actor, anchor: AnchorDossier): Promise<string> {
    const event = anyOf(['anchor.begin', 'anchor.save', 'anchor.prepare']);
    const wrote = await this.database
      .repo(JournalEntry)
      .existsBy({ subjectType: 'anchor', subjectId: anchor.id, actorId, event });
    return wrote ? actorId : anchor.preparedBy;
  }
}
