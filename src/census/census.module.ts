import { Module } from '@nestjs/common';
import { CensusQueries } from './census.queries.js';
import { CensusController } from './pages/census.controller.js';
import { RollUpController } from './pages/roll-up.controller.js';
import { ReadCensus } from './read-census.js';

@Module({
  controllers: [CensusController, RollUpController],
  providers: [CensusQueries, ReadCensus],
  exports: [ReadCensus],
})
export class CensusModule {}
