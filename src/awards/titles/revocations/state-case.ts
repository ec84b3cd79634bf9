import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { sha256Hex } from '../../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, missing } from '../../../rules/refusal.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { lockTitle } from '../lock-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleRevocation } from '../title-revocation.entity.js';
import { TitleRevocationQueries } from './title-revocation.queries.js';

/** The holder states its case against a revocation, once, within five working days. */
@Injectable()
export class StateCase {
  constructor(
    private readonly database: Database,
    private readonly revocations: TitleRevocationQueries,
    private readonly desk: TitleDesk,
  ) {}

  async run(
    actor: Actor,
    { titleId, statement }: { readonly titleId: string; readonly statement: string },
  ): Promise<void> {
    const actorRole = actingRole(actor, ['Agent', 'LegalRepresentative']);
    await this.database.transaction(async () => {
      const title = await lockTitle(this.database, titleId);
      if (title.merchantId !== merchantOf(actor)) throw missing();
      const revocation = await this.revocations.openOf(titleId);
      if (!revocation || revocation.decision) throw conflict('awards.revocation.notOpen');
      if (revocation.statedAt) throw conflict('awards.revocation.statedAlready');
      if (this.desk.today > revocation.statementDueOn) {
        throw new Refusal('awards.revocation.statementOver');
      }
      const stated = { statement, statedAt: this.desk.now, statedBy: actor.accountId };
      await this.database.repo(TitleRevocation).update(revocation.id, stated);
      const by = { actorId: actor.accountId, actorRole };
      const details = { revocation: revocation.id, statement: sha256Hex(statement) };
      await this.desk.record(by, title, 'title.stateCase', details);
      await this.desk.tellOffice(['Approver'], title, 'title.caseStated');
    });
  }
}
