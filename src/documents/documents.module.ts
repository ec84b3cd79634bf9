import { Module } from '@nestjs/common';
import { DocumentFiles } from './document-files.js';
import { DocumentQueries } from './document.queries.js';
import { OpenDocument } from './open-document.js';
import { PendingFiles } from './pending-files.js';
import { DocumentController } from './pages/document.controller.js';
import { PrepareEvidence } from './prepare-evidence.js';
import { RemoveDocument } from './remove-document.js';
import { StoreDocument } from './store-document.js';
import { SupplyBlindCopy } from './supply-blind-copy.js';
import { TidyPhoto } from './tidy-photo.js';

@Module({
  controllers: [DocumentController],
  providers: [
    DocumentFiles,
    DocumentQueries,
    OpenDocument,
    PendingFiles,
    PrepareEvidence,
    RemoveDocument,
    StoreDocument,
    SupplyBlindCopy,
    TidyPhoto,
  ],
  exports: [
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
