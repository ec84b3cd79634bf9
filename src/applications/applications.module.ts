import { Module } from '@nestjs/common';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { ApplicationGuardFacts } from './application-guard-facts.js';
import { ApplicationRecords } from './application-records.js';
import { ApplicationStateQueries } from './application-states.queries.js';
import { CorrectionRoundQueries } from './correction-rounds.queries.js';
import { KeepSubmission } from './keep-submission.js';
import { MoveApplication } from './move-application.js';
import { TellApplicant } from './tell-applicant.js';

@Module({
  imports: [ProgrammesModule],
  controllers: [],
  providers: [
    ApplicationGuardFacts,
    ApplicationRecords,
    ApplicationStateQueries,
    CorrectionRoundQueries,
    KeepSubmission,
    MoveApplication,
    TellApplicant,
  ],
  exports: [
    ApplicationRecords,
    ApplicationStateQueries,
    CorrectionRoundQueries,
    KeepSubmission,
    MoveApplication,
    TellApplicant,
  ],
})
export class ApplicationsModule {}
