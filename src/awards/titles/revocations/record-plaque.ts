import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { Refusal, conflict } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { lockTitle } from '../lock-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleRevocation } from '../title-revocation.entity.js';
import { TitleRevocationQueries } from './title-revocation.queries.js';

/** The plaque and the certificate of a revoked title came back. */
@Injectable()
export class RecordPlaque {
  constructor(
    private readonly database: Database,
    private readonly revocations: TitleRevocationQueries,
    private readonly desk: TitleDesk,
  ) {}

  async run(
    actor: Actor,
    given: { readonly titleId: string; readonly returnedOn: string; readonly note: string },
  ): Promise<void> {
    actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const title = await lockTitle(this.database, given.titleId);
      const actorRole = actingRole(actor, ['CityRegistrar'], title.programmeId);
      const revocation = await this.revocations.standingOf(title.id);
      if (!revocation || revocation.plaqueReturnedOn) throw conflict('awards.plaque.notOut');
      const { returnedOn, note } = given;
      if (returnedOn > this.desk.today || returnedOn < revocation.postedOn!) {
        throw new Refusal('awards.plaque.dayOutside', {}, 'returnedOn');
      }
      const returned = { plaqueReturnedOn: returnedOn, plaqueNote: note };
      await this.database
        .repo(TitleRevocation)
        .update(revocation.id, { ...returned, plaqueBy: actor.accountId });
      const by = { actorId: actor.accountId, actorRole };
      await this.desk.record(by, title, 'title.recordPlaque', { returnedOn });
    });
  }
}
