import { Module } from '@nestjs/common';
import { Calculations } from './calculation-jobs.js';
import { JobController } from './pages/job.controller.js';
import { RunCalculations } from './run-calculations.js';

@Module({
  controllers: [JobController],
  providers: [Calculations, RunCalculations],
  exports: [Calculations],
})
export class JobsModule {}
