import { Module } from '@nestjs/common';
import { MoveProgramme } from './move-programme.js';
import { ProgrammeQueries } from './programme.queries.js';
import { WorkingDays } from './working-days.js';

@Module({
  controllers: [],
  providers: [MoveProgramme, ProgrammeQueries, WorkingDays],
  exports: [MoveProgramme, ProgrammeQueries, WorkingDays],
})
export class ProgrammesModule {}
