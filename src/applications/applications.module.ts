import { Module } from '@nestjs/common';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { ApplicationRecords } from './application-records.js';
import { MoveApplication } from './move-application.js';

@Module({
  imports: [ProgrammesModule],
  controllers: [],
  providers: [ApplicationRecords, MoveApplication],
  exports: [ApplicationRecords, MoveApplication],
})
export class ApplicationsModule {}
