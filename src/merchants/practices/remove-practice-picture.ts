import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { RemoveDocument } from '../../documents/remove-document.js';
import { practiceIn } from '../../rules/practices/practice.js';
import { missing, overtaken } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import { lockOwnPractice } from './lock-practice.js';
import { Practice } from './practice.entity.js';

/** A picture is taken off again, with its file. */
@Injectable()
export class RemovePracticePicture {
  constructor(
    private readonly database: Database,
    private readonly remove: RemoveDocument,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { practiceId, documentId }: { readonly practiceId: string; readonly documentId: string },
  ): Promise<void> {
    actingRole(actor, ['Agent', 'LegalRepresentative']);
    await this.database.transaction(async () => {
      const row = await lockOwnPractice(this.database, actor, practiceId);
      if (!practiceIn.editable.has(row.state)) {
        throw overtaken('merchants.practice.fixed', 'practice', row.state);
      }
      const pictures = row.pictures.filter((one) => one.documentId !== documentId);
      if (pictures.length === row.pictures.length) throw missing();
      const changedAt = this.clock.now();
      await this.database.repo(Practice).save(Object.assign(row, { pictures, changedAt }));
      const owner = { ownerType: 'merchant', ownerId: row.merchantId } as const;
      await this.remove.run(actor, { ...owner, documentId });
    });
  }
}
