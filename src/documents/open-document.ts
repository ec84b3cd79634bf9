import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../accounts/record-access.js';
import { type DocumentAccess, documentAccess } from '../rules/documents/document-access.js';
import { documentKind } from '../rules/documents/document-kinds.js';
import { missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { DocumentFiles } from './document-files.js';
import { DocumentQueries } from './document.queries.js';

export interface OpenedDocument {
  readonly content: Buffer;
  readonly contentType: string;
  readonly name: string;
  readonly inline: boolean;
}

/**
 * A document for one reader; without the right it is missing, exactly as an unknown one. In a blind
 * round judges get the copy without identifying metadata, or nothing.
 */
@Injectable()
export class OpenDocument {
  constructor(
    private readonly documents: DocumentQueries,
    private readonly files: DocumentFiles,
    private readonly recordAccess: RecordAccess,
  ) {}

  async run(actor: Actor, id: string, address: string): Promise<OpenedDocument> {
    const document = await this.documents.byId(id);
    if (!document) throw missing();
    const access = documentAccess(await this.documents.facts(document, actor));
    const blind = access === 'blindJudge';
    const kind = documentKind((blind ? document.blindType : document.contentType) ?? '');
    const hash = blind ? document.blindHash : document.hash;
    if (!access || !kind || !hash) throw missing();
    if (logged.includes(access)) {
      await this.recordAccess.run({
        accountId: actor.accountId,
        action: 'document.view',
        objectType: 'document',
        objectId: id,
        result: access,
        address,
      });
    }
    const name = blind ? `${id}.${kind.extensions[0]!}` : document.name;
    const { contentType, inline } = kind;
    return { content: await this.files.read(hash), contentType, name, inline };
  }
}

/** A merchant who looks at its own papers needs no line. */
const logged: readonly DocumentAccess[] = ['division', 'office', 'judge', 'blindJudge'];
