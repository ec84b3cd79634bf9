import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../accounts/record-access.js';
import type { DocumentAccess } from '../rules/documents/document-access.js';
import type { Actor } from '../web/actor.js';
import { DocumentFiles } from './document-files.js';
import { ReadableDocument } from './readable-document.js';

export interface OpenedDocument {
  readonly content: Buffer;
  readonly contentType: string;
  readonly name: string;
  readonly inline: boolean;
}

/** A document for one reader, with a line of who looked at it. */
@Injectable()
export class OpenDocument {
  constructor(
    private readonly readable: ReadableDocument,
    private readonly files: DocumentFiles,
    private readonly recordAccess: RecordAccess,
  ) {}

  /** @param action what the log of readers calls it */
  async run(
    actor: Actor,
    id: string,
    address: string,
    action: 'document.view' | 'document.store' = 'document.view',
  ): Promise<OpenedDocument> {
    const { id: documentId, hash, kind, name, access } = await this.readable.of(actor, id);
    if (logged.includes(access)) {
      await this.recordAccess.run({
        accountId: actor.accountId,
        action,
        objectType: 'document',
        objectId: documentId,
        result: access,
        address,
      });
    }
    const { contentType, inline } = kind;
    return { content: await this.files.read(hash), contentType, name, inline };
  }
}

/** A merchant who looks at its own papers needs no line. */
const logged: readonly DocumentAccess[] = ['division', 'office', 'judge', 'blindJudge'];
