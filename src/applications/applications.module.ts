import { Module } from '@nestjs/common';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { ApplicationGuardFacts } from './application-guard-facts.js';
import { ApplicationRecords } from './application-records.js';
import { ApplicationStateQueries } from './application-states.queries.js';
import { MoveApplication } from './move-application.js';
import { SpreadFlags } from './spread-flags.js';

@Module({
  imports: [ProgrammesModule],
  controllers: [],
  providers: [
    ApplicationGuardFacts,
    ApplicationRecords,
    ApplicationStateQueries,
    MoveApplication,
    SpreadFlags,
  ],
  exports: [ApplicationRecords, ApplicationStateQueries, MoveApplication, SpreadFlags],
})
export class ApplicationsModule {}
