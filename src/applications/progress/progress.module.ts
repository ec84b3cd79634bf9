import { Module } from '@nestjs/common';
import { ProgrammesModule } from '../../programmes/programmes.module.js';
import { GuideController, ProgressController } from './pages/progress.controller.js';
import { ProgressQueries } from './progress.queries.js';

/** What everybody may read about applying: the guide, and progress by receipt number. */
@Module({
  imports: [ProgrammesModule],
  controllers: [GuideController, ProgressController],
  providers: [ProgressQueries],
})
export class ProgressModule {}
