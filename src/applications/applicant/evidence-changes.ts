import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { PrepareEvidence, type PreparedEvidence } from '../../documents/prepare-evidence.js';
import { RemoveDocument } from '../../documents/remove-document.js';
import { StoreDocument } from '../../documents/store-document.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { claimableIndicators } from '../../rules/scoring/needed-figures.js';
import { Refusal, conflict, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import type { UploadedFile } from '../../web/http/uploaded-file.js';
import { EvidenceLink } from '../evidence-link.entity.js';
import { Submission } from '../submission.entity.js';
import { UploadReceipt } from '../upload-receipt.entity.js';
import type { ApplicationFile } from './application-file.js';
import { CONFIRMATION } from './confirmation.js';
import { isEvidenceOpen } from './open-items.js';
import { shareWithProgramme } from '../share-with-programme.js';

export interface NewEvidence {
  readonly indicator: string;
  readonly caption: string;
  readonly files: readonly UploadedFile[];
  /** When the first byte of the upload arrived. */
  readonly startedAt: string;
}

/** Ties uploads to the indicator they prove, and takes them back while that is open. */
@Injectable()
export class EvidenceChanges {
  constructor(
    private readonly database: Database,
    private readonly store: StoreDocument,
    private readonly prepare: PrepareEvidence,
    private readonly removeDocument: RemoveDocument,
    private readonly clock: Clock,
  ) {}

  /** @returns the number of the upload's receipt */
  async attach(actor: Actor, file: ApplicationFile, given: NewEvidence): Promise<string> {
    if (!mayChange(file, given.indicator)) throw locked(file.application);
    if (given.files.length === 0) throw new Refusal('applications.evidence.noFile', {}, 'file');
    const uploads: { upload: UploadedFile; evidence: PreparedEvidence }[] = [];
    for (const upload of given.files) {
      uploads.push({ upload, evidence: await this.prepare.upload(upload) });
    }
    const completedAt = this.clock.now();
    const number = `SC${beijingDate(completedAt).replaceAll('-', '')}${randomInt(1e7, 1e8)}`;
    await this.database.transaction(async () => {
      await this.lock(file);
      await this.database.repo(UploadReceipt).insert({
        id: newId(),
        number,
        applicationId: file.application.id,
        accountId: actor.accountId,
        startedAt: given.startedAt,
        completedAt,
        files: uploads.length,
      });
      for (const { upload, evidence } of uploads) {
        const { documentId } = await this.store.run(actor, {
          ownerType: 'application',
          ownerId: file.application.id,
          file: upload,
          evidence,
        });
        await this.refuseTwice(file.application.id, given.indicator, documentId, upload);
        await this.database.repo(EvidenceLink).insert({
          id: newId(),
          applicationId: file.application.id,
          documentId,
          indicator: given.indicator,
          caption: given.caption,
          createdAt: this.clock.now(),
        });
      }
    });
    return number;
  }

  /** Why each of the files that cannot be taken cannot. */
  async refusalsOf(files: readonly UploadedFile[]): Promise<Refusal[]> {
    const refusals: Refusal[] = [];
    for (const file of files) {
      try {
        await this.prepare.upload(file);
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
        refusals.push(error);
      }
    }
    return refusals;
  }

  async remove(actor: Actor, file: ApplicationFile, linkId: string): Promise<void> {
    const link = file.evidence.find(({ id }) => id === linkId);
    if (!link) throw conflict('applications.evidence.removedAlready');
    if (!mayChange(file, link.indicator)) throw locked(file.application);
    await this.database.transaction(async () => {
      await this.lock(file);
      await this.database.repo(EvidenceLink).delete({ id: link.id });
      // What was handed in once can be looked at again, whatever is handed in later.
      if (await this.wasHandedIn(file, link.documentId)) return;
      await this.removeDocument.run(actor, {
        ownerType: 'application',
        ownerId: file.application.id,
        documentId: link.documentId,
      });
    });
  }

  /** The same bytes prove the same thing once. */
  private async refuseTwice(
    applicationId: string,
    indicator: string,
    documentId: string,
    { name, field }: UploadedFile,
  ): Promise<void> {
    const known = await this.database.row<{ name: string }>(
      `SELECT d.name FROM evidence_link l JOIN document d ON d.id = l.document_id
       WHERE l.application_id = ? AND l.indicator = ?
         AND d.hash = (SELECT hash FROM document WHERE id = ?)`,
      [applicationId, indicator, documentId],
    );
    if (known) {
      throw new Refusal('applications.evidence.twice', { name, known: known.name }, field);
    }
  }

  private async wasHandedIn({ application }: ApplicationFile, documentId: string) {
    const { id: applicationId } = application;
    const linked = await this.database.repo(EvidenceLink).countBy({ applicationId, documentId });
    const versions = await this.database.repo(Submission).findBy({ applicationId });
    return (
      linked > 0 ||
      versions.some(({ content }) =>
        content.evidence.some((handedIn) => handedIn.documentId === documentId),
      )
    );
  }

  private async lock({ application }: ApplicationFile): Promise<void> {
    const row = await shareWithProgramme(this.database, application);
    if (row.state !== application.state) throw locked(row);
  }
}

function locked({ state }: { readonly state: string }): Refusal {
  return overtaken('applications.locked', 'application', state);
}

/** The indicators a file may be tied to now. */
export function openForEvidence(file: ApplicationFile): readonly string[] {
  return claimableIndicators(file.category)
    .map(({ code }) => code)
    .filter((code) => isEvidenceOpen(file.open, code));
}

function mayChange(file: ApplicationFile, indicator: string): boolean {
  if (indicator === CONFIRMATION) return file.open.everything;
  return openForEvidence(file).includes(indicator);
}
