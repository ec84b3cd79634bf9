import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { anchorIn } from '../../rules/lifecycle/anchor-states.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { AnchorQueries } from './anchor.queries.js';
import { AnchorDossier } from './anchor-dossier.entity.js';
import { takeAnchor } from './take-anchor.js';

/** The second person does not agree: it is a draft again, with what is to be changed. */
@Injectable()
export class ReturnAnchor {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: AnchorQueries,
  ) {}

  async run(
    actor: Actor,
    given: { readonly id: string; readonly version: number; readonly reason: string },
  ): Promise<void> {
    actingRole(actor, ['Approver']);
    await this.database.transaction(async () => {
      const { database, queries, programmes } = this;
      const kit = { database, queries, programmes };
      const { anchor, role } = await takeAnchor(kit, actor, 'Approver', given);
      if (!anchorIn.prepared.has(anchor.state)) throw conflict('judging.anchor.notHandedOver');
      requireSecondPerson(actor, anchor.preparedBy, anchor.id);
      const returned = { state: 'Draft' as const, returnReason: given.reason };
      await this.database.repo(AnchorDossier).save(Object.assign(anchor, returned));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'anchor.return',
        subjectType: 'anchor',
        subjectId: anchor.id,
        programmeId: anchor.programmeId,
        details: { preparer: anchor.preparedBy, reason: sha256Hex(given.reason) },
      });
      const path = `/office/anchor-dossiers/${anchor.id}`;
      await this.notify.holders(['CityRegistrar'], { kind: 'anchorReturned', path });
    });
  }
}
