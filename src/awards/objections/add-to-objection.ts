import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { StoreDocument } from '../../documents/store-document.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { objectionIn } from '../../rules/lifecycle/objection-groups.js';
import { Refusal, overtaken } from '../../rules/refusal.js';
import type { UploadedFile } from '../../web/http/uploaded-file.js';
import { typedFollowHash } from './follow-code.js';
import { lockObjection } from './lock-objection.js';
import { ObjectionAddition } from './objection-addition.entity.js';
import { Objection } from './objection.entity.js';
import { ObjectionQueries } from './objection.queries.js';

/** Additions to one objection; with a file each they stay below the limit of an owner's files. */
export const ADDITIONS = 10;

export interface Addition {
  readonly receiptNumber: string;
  readonly code: string;
  readonly note: string | null;
  readonly evidence: UploadedFile | null;
}

/** Whoever has the code adds evidence until the decision; the office's page is then out of date. */
@Injectable()
export class AddToObjection {
  constructor(
    private readonly database: Database,
    private readonly objections: ObjectionQueries,
    private readonly documents: StoreDocument,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  async run({ receiptNumber, code, note, evidence }: Addition): Promise<void> {
    const hash = typedFollowHash(code);
    return this.database.transaction(async () => {
      const known = await this.objections.followed(receiptNumber, hash);
      if (!known) throw new Refusal('awards.objection.notFound', {}, 'code');
      const row = await lockObjection(this.database, known.id);
      if (!objectionIn.unsettled.has(row.state)) {
        throw overtaken('awards.objection.addOver', 'objection', row.state);
      }
      if (!note && !evidence) throw new Refusal('awards.objection.addNothing', {}, 'note');
      const additions = this.database.repo(ObjectionAddition);
      const before = await additions.countBy({ objectionId: row.id });
      if (before >= ADDITIONS) {
        throw new Refusal('awards.objection.addMost', { most: ADDITIONS }, 'note');
      }
      const stored = evidence
        ? await this.documents.run(null, {
            ownerType: 'objection',
            ownerId: row.id,
            file: evidence,
          })
        : null;
      const addedAt = this.clock.now();
      const id = newId();
      const documentId = stored?.documentId ?? null;
      await additions.insert({ id, objectionId: row.id, note, documentId, addedAt });
      await this.database.repo(Objection).update({ id: row.id }, { addedAt });
      await this.journal.record({
        actorId: null,
        actorRole: 'Public',
        event: 'objection.add',
        subjectType: 'objection',
        subjectId: row.id,
        programmeId: known.programmeId,
        details: { addition: id, file: documentId },
      });
      const message = {
        kind: 'objection.added',
        variables: { receipt: row.receiptNumber },
        path: `/office/objections/${row.id}`,
      };
      if (row.acceptedBy) await this.notify.accounts([row.acceptedBy], message);
      else await this.notify.role('CityRegistrar', message);
    });
  }
}
