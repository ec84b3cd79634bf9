import { Module } from '@nestjs/common';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { JournalQueries } from './journal.queries.js';
import { JournalController } from './pages/journal.controller.js';
import { OverviewController } from './pages/overview.controller.js';
import { SupervisionQueries } from './supervision.queries.js';

@Module({
  imports: [ProgrammesModule],
  controllers: [OverviewController, JournalController],
  providers: [JournalQueries, SupervisionQueries],
})
export class SupervisionModule {}
