import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../documents/documents.module.js';
import { ProgrammesModule } from '../../programmes/programmes.module.js';
import { ApplicationsModule } from '../applications.module.js';
import { ApplicantQueries } from './applicant.queries.js';
import { ApplicationFiles } from './application-files.js';
import { AskRepresentative } from './ask-representative.js';
import { CheckEligibility } from './check-eligibility.js';
import { CloseOverdueCorrections } from './close-overdue-corrections.js';
import { CorrectApplication } from './correct-application.js';
import { EligibilityOverview } from './eligibility-overview.js';
import { EvidenceChanges } from './evidence-changes.js';
import { LetterQueries } from './letter.queries.js';
import { MyQueries } from './my.queries.js';
import { OwnApplications } from './own-applications.js';
import { ApplicationController } from './pages/application.controller.js';
import { ChangeController } from './pages/change.controller.js';
import { EvidenceController } from './pages/evidence.controller.js';
import { MyController } from './pages/my.controller.js';
import { NewController } from './pages/new.controller.js';
import { StepController } from './pages/step.controller.js';
import { ReadMessage } from './read-message.js';
import { RegisterQueries } from './register.queries.js';
import { SaveStep } from './save-step.js';
import { StartApplications } from './start-applications.js';
import { SubmitApplication } from './submit-application.js';
import { WithdrawApplication } from './withdraw-application.js';

/** The merchant's side of an application. */
@Module({
  imports: [ApplicationsModule, DocumentsModule, ProgrammesModule],
  controllers: [
    MyController,
    NewController,
    ApplicationController,
    StepController,
    EvidenceController,
    ChangeController,
  ],
  providers: [
    ApplicantQueries,
    ApplicationFiles,
    AskRepresentative,
    CheckEligibility,
    CloseOverdueCorrections,
    CorrectApplication,
    EligibilityOverview,
    EvidenceChanges,
    LetterQueries,
    MyQueries,
    OwnApplications,
    ReadMessage,
    RegisterQueries,
    SaveStep,
    StartApplications,
    SubmitApplication,
    WithdrawApplication,
  ],
  exports: [CheckEligibility, CloseOverdueCorrections],
})
export class ApplicantModule {}
