import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { JudgeSheets } from './judge-sheets.js';

@Module({
  imports: [ApplicationsModule],
  controllers: [],
  providers: [JudgeSheets],
  exports: [JudgeSheets],
})
export class JudgingModule {}
