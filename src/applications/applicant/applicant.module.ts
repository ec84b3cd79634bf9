import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../documents/documents.module.js';
import { ProgrammesModule } from '../../programmes/programmes.module.js';
import { ApplicationsModule } from '../applications.module.js';
import { ApplicantQueries } from './applicant.queries.js';
import { ApplicationFiles } from './application-files.js';
import { AskAboutCorrection } from './ask-about-correction.js';
import { CorrectionController } from './pages/correction.controller.js';
import { AskRepresentative } from './ask-representative.js';
import { CheckEligibility } from './check-eligibility.js';
import { CloseOverdueCorrections } from './close-overdue-corrections.js';
import { CorrectApplication } from './correct-application.js';
import { DropDraft } from './drop-draft.js';
import { EligibilityOverview } from './eligibility-overview.js';
import { EvidenceLibraryQueries } from './evidence-library.queries.js';
import { EvidenceChanges } from './evidence-changes.js';
import { KnownFacts } from './known-facts.js';
import { KnownFactsController } from './pages/known-facts.controller.js';
import { LetterQueries } from './letter.queries.js';
import { MyQueries } from './my.queries.js';
import { OwnApplications } from './own-applications.js';
import { ApplicationController } from './pages/application.controller.js';
import { ReceiptController } from './pages/receipt.controller.js';
import { SlipsController } from './pages/slips.controller.js';
import { ChangeController } from './pages/change.controller.js';
import { EvidenceController } from './pages/evidence.controller.js';
import { MyController } from './pages/my.controller.js';
import { NewController } from './pages/new.controller.js';
import { StepController } from './pages/step.controller.js';
import { ReadMessage } from './read-message.js';
import { RegisterQueries } from './register.queries.js';
import { RemindDrafts } from './remind-drafts.js';
import { RemedyQueries } from './remedies.queries.js';
import { ReopenApplication } from './reopen-application.js';
import { ReopenedQueries } from './reopened.queries.js';
import { RestoreSubmission } from './restore-submission.js';
import { HandInAgainController } from './pages/hand-in-again.controller.js';
import { ReuseEvidence } from './reuse-evidence.js';
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
    ReceiptController,
    SlipsController,
    StepController,
    EvidenceController,
    ChangeController,
    CorrectionController,
    KnownFactsController,
    HandInAgainController,
  ],
  providers: [
    ApplicantQueries,
    ApplicationFiles,
    AskAboutCorrection,
    AskRepresentative,
    CheckEligibility,
    CloseOverdueCorrections,
    CorrectApplication,
    DropDraft,
    EligibilityOverview,
    EvidenceChanges,
    EvidenceLibraryQueries,
    KnownFacts,
    LetterQueries,
    MyQueries,
    OwnApplications,
    ReadMessage,
    RemindDrafts,
    RemedyQueries,
    ReopenApplication,
    ReopenedQueries,
    RestoreSubmission,
    ReuseEvidence,
    RegisterQueries,
    SaveStep,
    StartApplications,
    SubmitApplication,
    WithdrawApplication,
  ],
  exports: [CheckEligibility, CloseOverdueCorrections, RestoreSubmission],
})
export class ApplicantModule {}
