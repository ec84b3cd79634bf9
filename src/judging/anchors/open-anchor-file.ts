import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../../accounts/record-access.js';
import { DocumentFiles } from '../../documents/document-files.js';
import { DocumentQueries } from '../../documents/document.queries.js';
import type { OpenedDocument } from '../../documents/open-document.js';
import { documentKind } from '../../rules/documents/document-kinds.js';
import { missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import type { AnchorEvidence } from './anchor-dossier.entity.js';

/** One file of an anchor that the reader was shown: its copy without identifying metadata, or nothing. */
@Injectable()
export class OpenAnchorFile {
  constructor(
    private readonly documents: DocumentQueries,
    private readonly files: DocumentFiles,
    private readonly access: RecordAccess,
  ) {}

  async run(
    actor: Actor,
    evidence: Readonly<Record<string, AnchorEvidence>>,
    documentId: string,
  ): Promise<OpenedDocument> {
    const named = Object.values(evidence).flatMap(({ documents }) => documents);
    if (!named.some(({ id }) => id === documentId)) throw missing();
    const document = await this.documents.byId(documentId);
    const kind = documentKind(document?.blindType ?? '');
    if (!document?.blindHash || !kind) throw missing();
    await this.access.run({
      accountId: actor.accountId,
      action: 'document.view',
      objectType: 'document',
      objectId: documentId,
      result: 'blindJudge',
    });
    const name = `${documentId}.${kind.extensions[0]!}`;
    const { contentType, inline } = kind;
    return { content: await this.files.read(document.blindHash), contentType, name, inline };
  }
}
