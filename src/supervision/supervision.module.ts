import { Module } from '@nestjs/common';
import { JudgingModule } from '../judging/judging.module.js';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { DailyCheckpoint } from './daily-checkpoint.js';
import { JournalQueries } from './journal.queries.js';
import { DiagnosticsController } from './pages/diagnostics.controller.js';
import { JournalController } from './pages/journal.controller.js';
import { OverviewController } from './pages/overview.controller.js';
import { SupervisionQueries } from './supervision.queries.js';

@Module({
  imports: [JudgingModule, ProgrammesModule],
  controllers: [DiagnosticsController, OverviewController, JournalController],
  providers: [DailyCheckpoint, JournalQueries, SupervisionQueries],
})
export class SupervisionModule {}
