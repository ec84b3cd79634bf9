import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { AnchorQueries } from './anchor.queries.js';
import { AnchorDossier } from './anchor-dossier.entity.js';
import { takeAnchor } from './take-anchor.js';

/** The registrar takes an anchor back, so that its place is free; its number is not given again. */
@Injectable()
export class WithdrawAnchor {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: AnchorQueries,
  ) {}

  async run(
    actor: Actor,
    given: { readonly id: string; readonly version: number },
  ): Promise<string> {
    actingRole(actor, ['CityRegistrar']);
    return this.database.transaction(async () => {
      const { database, queries, programmes } = this;
      const kit = { database, queries, programmes };
      const { anchor, role } = await takeAnchor(kit, actor, 'CityRegistrar', given);
      const was = anchor.state;
      const { id, programmeId } = anchor;
      await this.database
        .repo(AnchorDossier)
        .save(Object.assign(anchor, { state: 'Withdrawn' as const }));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'anchor.withdraw',
        subjectType: 'anchor',
        subjectId: id,
        programmeId,
        details: { was },
      });
      return programmeId;
    });
  }
}
