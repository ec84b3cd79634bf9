import { Injectable } from '@nestjs/common';
import { type DocumentAccess, documentAccess } from '../rules/documents/document-access.js';
import { type DocumentKind, documentKind } from '../rules/documents/document-kinds.js';
import { missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { DocumentQueries } from './document.queries.js';

export interface Readable {
  /** Of the document itself, by whatever address it was asked for. */
  readonly id: string;
  /** Under which the content lies that this reader may see. */
  readonly hash: string;
  readonly kind: DocumentKind;
  readonly name: string;
  readonly access: NonNullable<DocumentAccess>;
}

/**
 * What of a document one reader may see; without the right it is missing, exactly as an unknown one. In a
 * blind round judges get the copy without identifying metadata, or nothing.
 */
@Injectable()
export class ReadableDocument {
  constructor(private readonly documents: DocumentQueries) {}

  async of(actor: Actor, id: string): Promise<Readable> {
    const document = await this.documents.byId(id);
    if (!document) throw missing();
    const access = documentAccess(await this.documents.facts(document, actor));
    const blind = access === 'blindJudge';
    const kind = documentKind((blind ? document.blindType : document.contentType) ?? '');
    const hash = blind ? document.blindHash : document.hash;
    if (!access || !kind || !hash) throw missing();
    return {
      id: document.id,
      hash,
      kind,
      access,
      name: blind ? `${id}.${kind.extensions[0]!}` : document.name,
    };
  }
}
