import { Injectable } from '@nestjs/common';
import { DocumentFiles } from '../../documents/document-files.js';
import { DocumentQueries } from '../../documents/document.queries.js';
import type { OpenedDocument } from '../../documents/open-document.js';
import { documentKind } from '../../rules/documents/document-kinds.js';
import { missing } from '../../rules/refusal.js';
import { type FollowCode, typedFollowHash } from './follow-code.js';
import { ObjectionQueries } from './objection.queries.js';

/** A file of an objection for whoever has its code; without it the file is missing, like any other. */
@Injectable()
export class OpenOwnEvidence {
  constructor(
    private readonly objections: ObjectionQueries,
    private readonly documents: DocumentQueries,
    private readonly files: DocumentFiles,
  ) {}

  async run({ receiptNumber, followCode }: FollowCode, id: string): Promise<OpenedDocument> {
    const own = await this.objections.followed(receiptNumber, typedFollowHash(followCode));
    const document = own && (await this.documents.byId(id));
    if (document?.ownerType !== 'objection' || document.ownerId !== own?.id) throw missing();
    const kind = documentKind(document.contentType);
    if (!kind) throw missing();
    const { contentType, inline } = kind;
    return {
      content: await this.files.read(document.hash),
      contentType,
      name: document.name,
      inline,
    };
  }
}
