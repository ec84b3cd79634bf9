import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { OfficeReviewModule } from '../applications/office/office-review.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { JudgingModule } from '../judging/judging.module.js';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { AwaitedMerchants } from './awaited-merchants.js';
import { AwardGuardFacts } from './award-guard-facts.js';
import { ApproveList } from './lists/approve-list.js';
import { AwardListQueries } from './lists/award-list.queries.js';
import { BuildAwardList } from './lists/build-award-list.js';
import { CancelApplication } from './lists/cancel-application.js';
import { ClosePublicity } from './lists/close-publicity.js';
import { ConcludeDeliberation } from './lists/conclude-deliberation.js';
import { CorrectProposedList } from './lists/correct-proposed-list.js';
import { CreditGate } from './lists/credit-gate.js';
import { VetoHitQueries } from './lists/veto-hit.queries.js';
import { FileStatement } from './lists/file-statement.js';
import { PostCorrectedList } from './lists/post-corrected-list.js';
import { NoticeDraftQueries } from './notices/notice-draft.queries.js';
import { TellOutcomes } from './notices/tell-outcomes.js';
import { NoticeEffects } from './notices/notice-effects.js';
import { NoticeQueries } from './notices/notice.queries.js';
import { PostNotice } from './notices/post-notice.js';
import { RunningNotices } from './notices/running-notices.js';
import { PrepareNotice } from './notices/prepare-notice.js';
import { AfterPublicationQueries } from './objections/after-publication.queries.js';
import { UnlockQueries } from './standings/unlock.queries.js';
import { reReviewProviders } from './objections/re-review-providers.js';
import { AcceptObjection } from './objections/accept-objection.js';
import { AddToObjection } from './objections/add-to-objection.js';
import { AskObjectionCode } from './objections/ask-objection-code.js';
import { ObjectorNumbers } from './objections/objector-numbers.js';
import { OpenOwnEvidence } from './objections/open-own-evidence.js';
import { OwnObjectionController } from './objections/pages/own-objection.controller.js';
import { RenewFollowCodes } from './objections/renew-follow-codes.js';
import { AnswerObjection } from './objections/answer-objection.js';
import { DecideObjection } from './objections/decide-objection.js';
import { ExtendObjection } from './objections/extend-objection.js';
import { EnterObjection } from './objections/enter-objection.js';
import { FileObjection } from './objections/file-objection.js';
import { MoveObjection } from './objections/move-objection.js';
import { ObjectionQueries } from './objections/objection.queries.js';
import { OpenIdentity } from './objections/open-identity.js';
import { AnalysisController } from './standings/pages/analysis.controller.js';
import { ReReviewQueries } from './objections/re-review.queries.js';
import { HonoursController } from './titles/pages/honours.controller.js';
import { ListsController } from './lists/pages/lists.controller.js';
import { NoticesController } from './notices/pages/notices.controller.js';
import { ObjectionsController } from './objections/pages/objections.controller.js';
import { OfficeNoticesController } from './notices/pages/office-notices.controller.js';
import { ObjectionPapersController } from './objections/pages/objection-papers.controller.js';
import { OfficeObjectionsController } from './objections/pages/office-objections.controller.js';
import { RankingTable } from './standings/pages/ranking-table.js';
import { ReReviewController } from './objections/pages/re-review.controller.js';
import { StandingsController } from './standings/pages/standings.controller.js';
import { TerminationController } from './termination/pages/termination.controller.js';
import { TitlesController } from './titles/pages/titles.controller.js';
import { VerifyController } from './titles/pages/verify.controller.js';
import { WorkingController } from './standings/pages/working.controller.js';
import { AnalyseStandings } from './standings/analyse-standings.js';
import { AnalysisQueries } from './standings/analysis.queries.js';
import { ComputeStandings } from './standings/compute-standings.js';
import { ConfirmStandings } from './standings/confirm-standings.js';
import { GatherInputs } from './standings/gather-inputs.js';
import { LockReadiness } from './standings/lock-readiness.js';
import { MoveRounds } from './standings/move-rounds.js';
import { RecordBallot } from './standings/record-ballot.js';
import { RelockQueries } from './standings/relock.queries.js';
import { StandingQueries } from './standings/standing.queries.js';
import { LastYearScores } from './standings/last-year-scores.js';
import { NumbersController } from './notices/pages/numbers.controller.js';
import { ReserveNumber } from './notices/reserve-number.js';
import { TryRanking } from './standings/try-ranking.js';
import { UnlockStandings } from './standings/unlock-standings.js';
import { WitnessLock } from './standings/witness-lock.js';
import { DecideTermination } from './termination/decide-termination.js';
import { EndProgramme } from './termination/end-programme.js';
import { ConferTitles } from './titles/confer-titles.js';
import { ExpireTitles } from './titles/expire-titles.js';
import { MoveTitle } from './titles/move-title.js';
import { ListWitness } from './lists/list-witness.js';
import { LockWitness } from './standings/lock-witness.js';
import { HandleChange } from './titles/changes/handle-change.js';
import { ReportChange } from './titles/changes/report-change.js';
import { TitleChangeQueries } from './titles/changes/title-change.queries.js';
import { ChangesController } from './titles/pages/changes.controller.js';
import { MyTitlesController } from './titles/pages/my-titles.controller.js';
import { ReadTitleFile } from './titles/pages/read-title-file.js';
import { ReviewsController } from './titles/pages/reviews.controller.js';
import { TitleActsController } from './titles/pages/title-acts.controller.js';
import { CheckReviews } from './titles/reviews/check-reviews.js';
import { ConfirmReviews } from './titles/reviews/confirm-reviews.js';
import { OpenReview } from './titles/reviews/open-review.js';
import { OpenYearlyReviews } from './titles/reviews/open-yearly-reviews.js';
import { TitleReviewQueries } from './titles/reviews/title-review.queries.js';
import { AnnulRevocation } from './titles/revocations/annul-revocation.js';
import { DecideRevocation } from './titles/revocations/decide-revocation.js';
import { PrepareTitleNotice } from './titles/revocations/prepare-title-notice.js';
import { ProposeRevocation } from './titles/revocations/propose-revocation.js';
import { RecordPlaque } from './titles/revocations/record-plaque.js';
import { RestoreTitle } from './titles/revocations/restore-title.js';
import { RevokeTitle } from './titles/revocations/revoke-title.js';
import { StateCase } from './titles/revocations/state-case.js';
import { TitleRevocationQueries } from './titles/revocations/title-revocation.queries.js';
import { TitleDesk } from './titles/title-desk.js';
import { OpenReReviews } from './objections/open-re-reviews.js';
import { RunningTitleTerms } from './titles/running-title-terms.js';
import { TitleWorkQueries } from './titles/title-work.queries.js';
import { DecideCure } from './titles/warnings/decide-cure.js';
import { FileCure } from './titles/warnings/file-cure.js';
import { RemindWarned } from './titles/warnings/remind-warned.js';
import { TitleWarningQueries } from './titles/warnings/title-warning.queries.js';
import { WarnTitle } from './titles/warnings/warn-title.js';
import { TitleQueries } from './titles/title.queries.js';

const reads = [
  AfterPublicationQueries,
  AwardListQueries,
  NoticeDraftQueries,
  NoticeQueries,
  ObjectionQueries,
  RelockQueries,
  ReReviewQueries,
  StandingQueries,
  TitleChangeQueries,
  TitleQueries,
  TitleReviewQueries,
  TitleRevocationQueries,
  TitleWarningQueries,
  OpenReReviews,
  RunningTitleTerms,
  TitleWorkQueries,
  UnlockQueries,
];

@Module({
  imports: [
    ApplicationsModule,
    OfficeReviewModule,
    DocumentsModule,
    JobsModule,
    JudgingModule,
    ProgrammesModule,
  ],
  controllers: [
    AnalysisController,
    HonoursController,
    ListsController,
    NoticesController,
    ObjectionsController,
    OwnObjectionController,
    OfficeNoticesController,
    OfficeObjectionsController,
    ObjectionPapersController,
    NumbersController,
    ReReviewController,
    StandingsController,
    TerminationController,
    ChangesController,
    MyTitlesController,
    ReviewsController,
    TitleActsController,
    TitlesController,
    VerifyController,
    WorkingController,
  ],
  providers: [
    ...reReviewProviders,
    AwaitedMerchants,
    ListWitness,
    LockWitness,
    ...reads,
    AcceptObjection,
    AddToObjection,
    AskObjectionCode,
    ObjectorNumbers,
    OpenOwnEvidence,
    RenewFollowCodes,
    AnalyseStandings,
    AnalysisQueries,
    AnswerObjection,
    ApproveList,
    AwardGuardFacts,
    BuildAwardList,
    CancelApplication,
    VetoHitQueries,
    ClosePublicity,
    ComputeStandings,
    ConcludeDeliberation,
    CorrectProposedList,
    ConferTitles,
    ConfirmStandings,
    CreditGate,
    DecideObjection,
    DecideTermination,
    EndProgramme,
    ExpireTitles,
    ExtendObjection,
    EnterObjection,
    FileObjection,
    FileStatement,
    GatherInputs,
    LastYearScores,
    LockReadiness,
    MoveObjection,
    MoveRounds,
    MoveTitle,
    AnnulRevocation,
    CheckReviews,
    ConfirmReviews,
    DecideCure,
    DecideRevocation,
    FileCure,
    HandleChange,
    OpenReview,
    OpenYearlyReviews,
    PrepareTitleNotice,
    ProposeRevocation,
    ReadTitleFile,
    RecordPlaque,
    RemindWarned,
    ReportChange,
    RestoreTitle,
    RevokeTitle,
    StateCase,
    TitleDesk,
    WarnTitle,
    NoticeEffects,
    TellOutcomes,
    OpenIdentity,
    PostCorrectedList,
    PostNotice,
    PrepareNotice,
    ReserveNumber,
    RankingTable,
    RunningNotices,
    RecordBallot,
    TryRanking,
    UnlockStandings,
    WitnessLock,
  ],
  exports: reads,
})
export class AwardsModule {}
