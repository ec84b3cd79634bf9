import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { CheckEligibility } from './applicant/check-eligibility.js';
import { RegisterQueries } from './applicant/register.queries.js';
import { ApplicationRecords } from './application-records.js';
import { MoveApplication } from './move-application.js';
import { DutySeparation } from './office/duty-separation.js';
import { ConfirmVetoCheck } from './office/screening/confirm-veto-check.js';
import { RecordVetoChecks } from './office/screening/record-veto-checks.js';
import { VetoQueries } from './office/screening/veto.queries.js';
import { officeControllers, officeProviders } from './office/office-review.providers.js';

@Module({
  imports: [DocumentsModule, ProgrammesModule],
  controllers: [...officeControllers],
  providers: [
    ApplicationRecords,
    CheckEligibility,
    MoveApplication,
    RegisterQueries,
    ...officeProviders,
  ],
  exports: [
    ApplicationRecords,
    ConfirmVetoCheck,
    DutySeparation,
    MoveApplication,
    RecordVetoChecks,
    VetoQueries,
  ],
})
export class ApplicationsModule {}
