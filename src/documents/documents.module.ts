import { Module } from '@nestjs/common';
import { DocumentFiles } from './document-files.js';
import { DocumentQueries } from './document.queries.js';
import { OpenDocument } from './open-document.js';
import { DocumentController } from './pages/document.controller.js';
import { RemoveDocument } from './remove-document.js';
import { StoreDocument } from './store-document.js';

@Module({
  controllers: [DocumentController],
  providers: [DocumentFiles, DocumentQueries, OpenDocument, RemoveDocument, StoreDocument],
  exports: [DocumentFiles, DocumentQueries, RemoveDocument, StoreDocument],
})
export class DocumentsModule {}
