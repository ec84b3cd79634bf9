import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { DocumentFiles } from '../../documents/document-files.js';
import { PrepareEvidence } from '../../documents/prepare-evidence.js';
import { StoreDocument } from '../../documents/store-document.js';
import { Refusal, missing, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { EvidenceLink } from '../evidence-link.entity.js';
import { shareWithProgramme } from '../share-with-programme.js';
import { EvidenceLibraryQueries, type LibraryRow } from './evidence-library.queries.js';
import type { ApplicationFile } from './application-file.js';
import { openForEvidence } from './evidence-changes.js';

export interface ReusedEvidence {
  readonly documentId: string;
  readonly indicator: string;
  readonly caption: string;
}

/**
 * Ties a file that the merchant has given before to another indicator, or to another application: the
 * merchant chooses it, nothing is copied by itself.
 */
@Injectable()
export class ReuseEvidence {
  constructor(
    private readonly database: Database,
    private readonly library: EvidenceLibraryQueries,
    private readonly files: DocumentFiles,
    private readonly prepare: PrepareEvidence,
    private readonly store: StoreDocument,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, file: ApplicationFile, given: ReusedEvidence): Promise<void> {
    const { application } = file;
    const { indicator } = given;
    if (!openForEvidence(file).includes(indicator)) {
      throw overtaken('applications.locked', 'application', application.state);
    }
    const known = (await this.library.of(application.merchantId)).find(
      ({ documentId }) => documentId === given.documentId,
    );
    if (!known) throw missing();
    const upload = {
      field: 'documentId',
      name: known.name,
      size: known.size,
      read: () => this.files.read(known.hash),
    };
    const here = file.evidence.find(({ hash }) => hash === known.hash);
    const evidence = here ? null : await this.prepare.upload(upload);
    await this.database.transaction(async () => {
      const row = await shareWithProgramme(this.database, application);
      if (row.state !== application.state) {
        throw overtaken('applications.locked', 'application', row.state);
      }
      await this.refuseTwice(application.id, indicator, known);
      const documentId = evidence
        ? (
            await this.store.run(actor, {
              ownerType: 'application',
              ownerId: application.id,
              file: upload,
              evidence,
            })
          ).documentId
        : here!.documentId;
      await this.database.repo(EvidenceLink).insert({
        id: newId(),
        applicationId: application.id,
        documentId,
        indicator,
        caption: given.caption || known.caption,
        createdAt: this.clock.now(),
      });
    });
  }

  private async refuseTwice(applicationId: string, indicator: string, { hash }: LibraryRow) {
    const row = await this.database.row(
      `SELECT l.id FROM evidence_link l JOIN document d ON d.id = l.document_id
       WHERE l.application_id = ? AND l.indicator = ? AND d.hash = ? LIMIT 1`,
      [applicationId, indicator, hash],
    );
    if (row) throw new Refusal('applications.evidence.already', {}, 'documentId');
  }
}
