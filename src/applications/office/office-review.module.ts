import { RunningTerms } from './running-terms.js';
import { Module } from '@nestjs/common';
import { DocumentsModule } from '../../documents/documents.module.js';
import { MerchantsModule } from '../../merchants/merchants.module.js';
import { ProgrammesModule } from '../../programmes/programmes.module.js';
import { CheckEligibility } from '../applicant/check-eligibility.js';
import { RegisterQueries } from '../applicant/register.queries.js';
import { ApplicationsModule } from '../applications.module.js';
import { DivisionQueries } from './division/division.queries.js';
import { SaveOpinion } from './division/save-opinion.js';
import { SignOpinion } from './division/sign-opinion.js';
import { StartDivisionReviews } from './division/start-division-reviews.js';
import { StartDivisionReview } from './division/start-division-review.js';
import { DutySeparation } from './duty-separation.js';
import { ApplicationFileQueries } from './file/application-file.queries.js';
import { CorrectionDue } from './file/correction-due.js';
import { PlausibilityQueries } from './file/plausibility.queries.js';
import { ReplyToCorrection } from './file/reply-to-correction.js';
import { CorrectionsController } from './pages/corrections.controller.js';
import { ChangeRanking } from './division/ranking/change-ranking.js';
import { HandOverRanking } from './division/ranking/hand-over-ranking.js';
import { RankingQueries } from './division/ranking/ranking.queries.js';
import { ReturnRanking } from './division/ranking/return-ranking.js';
import { SaveRanking } from './division/ranking/save-ranking.js';
import { SignRanking } from './division/ranking/sign-ranking.js';
import { RankingController } from './pages/ranking.controller.js';
import { RequestCorrection } from './file/request-correction.js';
import { GroupLetterQueries } from './letters/group-letter.queries.js';
import { WriteLetter } from './letters/write-letter.js';
import { ApplicationLists } from './lists/application-lists.js';
import { OfficeApplicationController } from './pages/application.controller.js';
import { CreditController } from './pages/credit.controller.js';
import { DivisionController } from './pages/division.controller.js';
import { DivisionDecisionController } from './pages/division-decision.controller.js';
import { TakeoverController } from './pages/takeover.controller.js';
import { TakeOverApplications } from './takeover/take-over-applications.js';
import { TakeoverQueries } from './takeover/takeover.queries.js';
import { LettersController } from './pages/letters.controller.js';
import { ReexaminationController } from './pages/reexamination.controller.js';
import { RemedyController } from './pages/remedy.controller.js';
import { ScreeningController } from './pages/screening.controller.js';
import { StatementController } from './pages/statement.controller.js';
import { VerificationController } from './pages/verification.controller.js';
import { DecideReexamination } from './reexamination/decide-reexamination.js';
import { ReexaminationQueries } from './reexamination/reexamination.queries.js';
import { RequestReexamination } from './reexamination/request-reexamination.js';
import { ConfirmVetoCheck } from './screening/confirm-veto-check.js';
import { CreditQueries } from './screening/credit.queries.js';
import { DecideScreening } from './screening/decide-screening.js';
import { RecordVetoChecks } from './screening/record-veto-checks.js';
import { RenewCreditChecks } from './screening/renew-credit-checks.js';
import { RelatedApplicants } from './screening/related-applicants.js';
import { ScreeningFiles } from './screening/screening-file.js';
import { ScreeningQueries } from './screening/screening.queries.js';
import { VetoQueries } from './screening/veto.queries.js';
import { AnswerStatement } from './statement/answer-statement.js';
import { MakeStatement } from './statement/make-statement.js';
import { StatementQueries } from './statement/statement.queries.js';
import { AdjustScore } from './verification/adjust-score.js';
import { CompleteVerification } from './verification/complete-verification.js';
import { ConfirmVerification } from './verification/confirm-verification.js';
import { RemoveAdjustment } from './verification/remove-adjustment.js';
import { ExportVerdicts } from './verdict-import/export-verdicts.js';
import { ImportVerdicts } from './verdict-import/import-verdicts.js';
import { VerdictImportController } from './verdict-import/pages/verdict-import.controller.js';
import { PlanVerdictImport } from './verdict-import/plan-verdict-import.js';
import { SaveVerdicts } from './verification/save-verdicts.js';
import { VerificationQueries } from './verification/verification.queries.js';

/** The offices' side of an application: division, screening, verification. */
@Module({
  imports: [ApplicationsModule, DocumentsModule, ProgrammesModule, MerchantsModule],
  controllers: [
    CreditController,
    OfficeApplicationController,
    DivisionController,
    DivisionDecisionController,
    CorrectionsController,
    RankingController,
    LettersController,
    ReexaminationController,
    TakeoverController,
    RemedyController,
    ScreeningController,
    StatementController,
    VerdictImportController,
    VerificationController,
  ],
  providers: [
    RunningTerms,
    AdjustScore,
    AnswerStatement,
    ApplicationFileQueries,
    ApplicationLists,
    CheckEligibility,
    CompleteVerification,
    ConfirmVerification,
    ConfirmVetoCheck,
    CorrectionDue,
    CreditQueries,
    DecideReexamination,
    DecideScreening,
    DivisionQueries,
    DutySeparation,
    GroupLetterQueries,
    PlausibilityQueries,
    MakeStatement,
    ChangeRanking,
    HandOverRanking,
    RankingQueries,
    ReturnRanking,
    SaveRanking,
    SignRanking,
    RecordVetoChecks,
    ReexaminationQueries,
    TakeOverApplications,
    TakeoverQueries,
    RemoveAdjustment,
    RenewCreditChecks,
    RegisterQueries,
    RequestCorrection,
    ReplyToCorrection,
    RequestReexamination,
    SaveOpinion,
    ExportVerdicts,
    ImportVerdicts,
    PlanVerdictImport,
    SaveVerdicts,
    RelatedApplicants,
    ScreeningFiles,
    ScreeningQueries,
    SignOpinion,
    StartDivisionReview,
    StartDivisionReviews,
    StatementQueries,
    VerificationQueries,
    VetoQueries,
    WriteLetter,
  ],
  exports: [
    ApplicationFileQueries,
    ConfirmVetoCheck,
    CreditQueries,
    DutySeparation,
    RecordVetoChecks,
    VetoQueries,
  ],
})
export class OfficeReviewModule {}
