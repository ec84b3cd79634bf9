import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { OfficeReviewModule } from '../applications/office/office-review.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { JudgingModule } from '../judging/judging.module.js';
import { ProgrammesModule } from '../programmes/programmes.module.js';
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
import { NoticeEffects } from './notices/notice-effects.js';
import { NoticeQueries } from './notices/notice.queries.js';
import { PostNotice } from './notices/post-notice.js';
import { RunningNotices } from './notices/running-notices.js';
import { PrepareNotice } from './notices/prepare-notice.js';
import { AppointReReview } from './objections/appoint-re-review.js';
import { ExcuseReReviewer } from './objections/excuse-re-reviewer.js';
import { IssueReReviewSheets } from './objections/issue-re-review-sheets.js';
import { ReReviewOutcome } from './objections/re-review-outcome.js';
import { ReplaceReReviewer } from './objections/replace-re-reviewer.js';
import { AcceptObjection } from './objections/accept-objection.js';
import { AnswerObjection } from './objections/answer-objection.js';
import { DecideObjection } from './objections/decide-objection.js';
import { ExtendObjection } from './objections/extend-objection.js';
import { FileObjection } from './objections/file-objection.js';
import { MoveObjection } from './objections/move-objection.js';
import { ObjectionQueries } from './objections/objection.queries.js';
import { OpenIdentity } from './objections/open-identity.js';
import { AnalysisController } from './standings/pages/analysis.controller.js';
import { ReReviewQueries } from './objections/re-review.queries.js';
import { RecordReReview } from './objections/record-re-review.js';
import { HonoursController } from './titles/pages/honours.controller.js';
import { ListsController } from './lists/pages/lists.controller.js';
import { NoticesController } from './notices/pages/notices.controller.js';
import { ObjectionsController } from './objections/pages/objections.controller.js';
import { OfficeNoticesController } from './notices/pages/office-notices.controller.js';
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
import { TitleQueries } from './titles/title.queries.js';

const reads = [
  AwardListQueries,
  NoticeDraftQueries,
  NoticeQueries,
  ObjectionQueries,
  RelockQueries,
  ReReviewQueries,
  StandingQueries,
  TitleQueries,
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
    OfficeNoticesController,
    OfficeObjectionsController,
    ReReviewController,
    StandingsController,
    TerminationController,
    TitlesController,
    VerifyController,
    WorkingController,
  ],
  providers: [
    ListWitness,
    LockWitness,
    ...reads,
    AcceptObjection,
    AppointReReview,
    ExcuseReReviewer,
    IssueReReviewSheets,
    ReReviewOutcome,
    ReplaceReReviewer,
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
    FileObjection,
    FileStatement,
    GatherInputs,
    LockReadiness,
    MoveObjection,
    MoveRounds,
    MoveTitle,
    NoticeEffects,
    OpenIdentity,
    PostCorrectedList,
    PostNotice,
    PrepareNotice,
    RankingTable,
    RunningNotices,
    RecordBallot,
    TryRanking,
    RecordReReview,
    UnlockStandings,
    WitnessLock,
  ],
  exports: reads,
})
export class AwardsModule {}
