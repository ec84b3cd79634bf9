import { Module } from '@nestjs/common';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { ApplicationRecords } from './application-records.js';
import { MoveApplication } from './move-application.js';
import { VetoQueries } from './veto.queries.js';

@Module({
  imports: [ProgrammesModule],
  controllers: [],
  providers: [ApplicationRecords, MoveApplication, VetoQueries],
  exports: [ApplicationRecords, MoveApplication, VetoQueries],
})
export class ApplicationsModule {}
