import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { sha256Hex } from '../../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, missing } from '../../../rules/refusal.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { lockTitle } from '../lock-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleWarning } from '../title-warning.entity.js';
import { TitleWarningQueries } from './title-warning.queries.js';

/** The holder reports, within the term, that the fault is repaired and how. */
@Injectable()
export class FileCure {
  constructor(
    private readonly database: Database,
    private readonly warnings: TitleWarningQueries,
    private readonly desk: TitleDesk,
  ) {}

  async run(
    actor: Actor,
    { titleId, cure }: { readonly titleId: string; readonly cure: string },
  ): Promise<void> {
    const actorRole = actingRole(actor, ['Agent', 'LegalRepresentative']);
    await this.database.transaction(async () => {
      const title = await lockTitle(this.database, titleId);
      if (title.merchantId !== merchantOf(actor)) throw missing();
      const warning = await this.warnings.openOf(titleId);
      if (!warning) throw conflict('awards.warning.notOpen');
      const { today } = this.desk;
      if (today > warning.termEndsOn) throw new Refusal('awards.warning.termOver');
      if (warning.cureFiledOn) throw conflict('awards.warning.cureFiled');
      const filed = { cure, cureFiledOn: today };
      await this.database.repo(TitleWarning).update(warning.id, filed);
      const by = { actorId: actor.accountId, actorRole };
      const details = { warning: warning.id, cure: sha256Hex(cure) };
      await this.desk.record(by, title, 'title.fileCure', details);
      await this.desk.tellOffice(['Approver'], title, 'title.cureFiled');
    });
  }
}
