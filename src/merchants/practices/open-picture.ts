import { Injectable } from '@nestjs/common';
import { DocumentFiles } from '../../documents/document-files.js';
import { DocumentQueries } from '../../documents/document.queries.js';
import { missing } from '../../rules/refusal.js';
import { PracticeQueries } from './practice.queries.js';

/** A picture of a released practice, as the copy without the camera's notes; any other file is missing. */
@Injectable()
export class OpenPicture {
  constructor(
    private readonly practices: PracticeQueries,
    private readonly documents: DocumentQueries,
    private readonly files: DocumentFiles,
  ) {}

  async run(practiceId: string, documentId: string) {
    const practice = await this.practices.releasedById(practiceId);
    if (!practice?.pictures.some((one) => one.documentId === documentId)) throw missing();
    const document = await this.documents.byId(documentId);
    if (!document?.blindHash || !document.blindType) throw missing();
    return {
      content: await this.files.read(document.blindHash),
      contentType: document.blindType,
      name: `${documentId}.${document.blindType.replace('image/', '')}`,
    };
  }
}
