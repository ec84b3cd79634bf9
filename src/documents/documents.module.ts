import { Module } from '@nestjs/common';
import { DocumentFiles } from './document-files.js';
import { DocumentQueries } from './document.queries.js';
import { OpenDocument } from './open-document.js';
import { OpenThumbnail } from './open-thumbnail.js';
import { PendingFiles } from './pending-files.js';
import { DocumentController } from './pages/document.controller.js';
import { PrepareEvidence } from './prepare-evidence.js';
import { ReadableDocument } from './readable-document.js';
import { RemoveDocument } from './remove-document.js';
import { StoreDocument } from './store-document.js';
import { SupplyBlindCopy } from './supply-blind-copy.js';
import { Thumbnails } from './thumbnails.js';
import { TidyPhoto } from './tidy-photo.js';

@Module({
  controllers: [DocumentController],
  providers: [
    DocumentFiles,
    DocumentQueries,
    OpenDocument,
    OpenThumbnail,
    PendingFiles,
    PrepareEvidence,
    ReadableDocument,
    RemoveDocument,
    StoreDocument,
    SupplyBlindCopy,
    Thumbnails,
    TidyPhoto,
  ],
  exports: [
    OpenDocument,
    DocumentFiles,
    DocumentQueries,
    PendingFiles,
    PrepareEvidence,
    RemoveDocument,
    StoreDocument,
    SupplyBlindCopy,
    TidyPhoto,
  ],
})
export class DocumentsModule {}
