import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { PrepareEvidence } from '../../documents/prepare-evidence.js';
import { StoreDocument } from '../../documents/store-document.js';
import { Journal } from '../../journal/journal.js';
import { practiceIn } from '../../rules/practices/practice.js';
import { Refusal, overtaken } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import type { UploadedFile } from '../../web/http/uploaded-file.js';
import { lockOwnPractice } from './lock-practice.js';
import { Practice } from './practice.entity.js';

export const PICTURES = 4;

export interface NewPicture {
  readonly practiceId: string;
  readonly caption: string;
  readonly picture: UploadedFile | null;
}

/** A picture of a practice. What is shown in public is a copy without the camera's notes. */
@Injectable()
export class AddPracticePicture {
  constructor(
    private readonly database: Database,
    private readonly prepare: PrepareEvidence,
    private readonly store: StoreDocument,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { practiceId, caption, picture }: NewPicture): Promise<void> {
    const actorRole = actingRole(actor, ['Agent', 'LegalRepresentative']);
    if (!picture) throw new Refusal('merchants.practice.pictureMissing', {}, 'picture');
    const evidence = await this.prepare.upload(picture);
    if (!evidence.blindCopy || !evidence.blindType?.startsWith('image/')) {
      throw new Refusal('merchants.practice.noPicture', {}, 'picture');
    }
    await this.database.transaction(async () => {
      const row = await lockOwnPractice(this.database, actor, practiceId);
      if (!practiceIn.editable.has(row.state)) {
        throw overtaken('merchants.practice.fixed', 'practice', row.state);
      }
      if (row.pictures.length >= PICTURES) {
        throw new Refusal('merchants.practice.picturesFull', { most: PICTURES }, 'picture');
      }
      const owner = { ownerType: 'merchant', ownerId: row.merchantId } as const;
      const { documentId } = await this.store.run(actor, { ...owner, file: picture, evidence });
      const pictures = [...row.pictures, { documentId, caption }];
      const changedAt = this.clock.now();
      await this.database.repo(Practice).save(Object.assign(row, { pictures, changedAt }));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'practice.addPicture',
        subjectType: 'practice',
        subjectId: row.id,
        details: { documentId },
      });
    });
  }
}
