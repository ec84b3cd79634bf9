import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../documents/documents.module.js';
import { MerchantsModule } from '../../merchants/merchants.module.js';
import { ProgrammesModule } from '../../programmes/programmes.module.js';
import { CloseWindow } from './close-window.js';
import { OpenWindow } from './open-window.js';
import { WindowController } from './pages/window.controller.js';
import { WindowQueries } from './window.queries.js';

/** The office fills in for merchants who come with paper. */
@Module({
  imports: [DocumentsModule, MerchantsModule, ProgrammesModule],
  controllers: [WindowController],
  providers: [CloseWindow, OpenWindow, WindowQueries],
})
export class WindowModule {}
