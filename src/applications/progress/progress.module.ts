import { Module } from '@nestjs/common';
import { ProgrammesModule } from '../../programmes/programmes.module.js';
import { ProgressController } from './pages/progress.controller.js';
import { ProgressQueries } from './progress.queries.js';

/** Progress by receipt number, for everybody. */
@Module({
  imports: [ProgrammesModule],
  controllers: [ProgressController],
  providers: [ProgressQueries],
})
export class ProgressModule {}
