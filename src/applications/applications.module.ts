import { Module } from '@nestjs/common';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { ApplicationGuardFacts } from './application-guard-facts.js';
import { ApplicationRecords } from './application-records.js';
import { ApplicationStateQueries } from './application-states.queries.js';
import { CorrectionRoundQueries } from './correction-rounds.queries.js';
import { KeepSubmission } from './keep-submission.js';
import { MerchantActs } from './merchant-acts.js';
import { MoveApplication } from './move-application.js';
import { TellApplicant } from './tell-applicant.js';
import { SpreadFlags } from './spread-flags.js';

@Module({
  imports: [ProgrammesModule],
  controllers: [],
  providers: [
    MerchantActs,
    ApplicationGuardFacts,
    ApplicationRecords,
    ApplicationStateQueries,
    CorrectionRoundQueries,
    KeepSubmission,
    MoveApplication,
    TellApplicant,
    SpreadFlags,
  ],
  exports: [
    ApplicationRecords,
    ApplicationStateQueries,
    CorrectionRoundQueries,
    KeepSubmission,
    MerchantActs,
    MoveApplication,
    TellApplicant,
    SpreadFlags,
  ],
})
export class ApplicationsModule {}
