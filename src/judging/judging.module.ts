import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { AddExpert } from './experts/add-expert.js';
import { AdvanceProgramme } from './rounds/advance-programme.js';
import { ApplyAssignment } from './assignments/apply-assignment.js';
import { ImportAssignment } from './assignments/import-assignment.js';
import { PutInForce } from './assignments/put-in-force.js';
import { AssignmentPreviews } from './assignments/assignment-previews.js';
import { AssignmentQueries } from './assignments/assignment.queries.js';
import { PlanAssignment } from './assignments/plan-assignment.js';
import { RoundFactsQueries } from './assignments/round-facts.js';
import { ConflictFacts } from './conflicts/conflict-facts.js';
import { ConflictQueries } from './conflicts/conflict.queries.js';
import { DecideConflict } from './conflicts/decide-conflict.js';
import { DeclareConflicts } from './conflicts/declare-conflicts.js';
import { DeclareLateConflict } from './conflicts/declare-late-conflict.js';
import { BeginDraw } from './draws/begin-draw.js';
import { CandidatePool } from './draws/candidate-pool.js';
import { CommitDraw } from './draws/commit-draw.js';
import { DrawQueries } from './draws/draw.queries.js';
import { PublicDrawQueries } from './draws/public-draw.queries.js';
import { ExcludeCandidate } from './draws/exclude-candidate.js';
import { FreezeDraw } from './draws/freeze-draw.js';
import { NextInLine } from './draws/next-in-line.js';
import { Redraw } from './draws/redraw.js';
import { RevealDraw } from './draws/reveal-draw.js';
import { SeatDrawn } from './draws/seat-drawn.js';
import { SetDrawTerms } from './draws/set-draw-terms.js';
import { SignDraw } from './draws/sign-draw.js';
import { VoidDraw } from './draws/void-draw.js';
import { WitnessDraw } from './draws/witness-draw.js';
import { DefenceRecordQueries } from './defence/defence-record.queries.js';
import { DefenceRecordsController } from './defence/pages/defence-records.controller.js';
import { RecordDefence } from './defence/record-defence.js';
import { DiagnosticsQueries } from './diagnostics/diagnostics.queries.js';
import { LoadEvidence } from './diagnostics/load-evidence.js';
import { ReadDiagnostics } from './diagnostics/read-diagnostics.js';
import { RecordSignalNote } from './diagnostics/record-signal-note.js';
import { RequestDiagnostics } from './diagnostics/request-diagnostics.js';
import { EditExpert } from './experts/edit-expert.js';
import { EstablishConflict } from './conflicts/establish-conflict.js';
import { ExpertQueries } from './experts/expert.queries.js';
import { IssueSheets } from './sheets/issue-sheets.js';
import { MoveSheet } from './sheets/move-sheet.js';
import { JudgeSheets } from './sheets/judge-sheets.js';
import { JudgingQueries } from './sheets/judging.queries.js';
import { OpenSheet } from './sheets/open-sheet.js';
import { AssignmentImportController } from './assignments/pages/assignment-import.controller.js';
import { AssignmentsController } from './assignments/pages/assignments.controller.js';
import { ConflictsController } from './conflicts/pages/conflicts.controller.js';
import { EndRounds } from './rounds/end-rounds.js';
import { DrawController } from './draws/pages/draw.controller.js';
import { DrawPages } from './draws/pages/draw-pages.js';
import { DrawRecordController } from './draws/pages/draw-record.controller.js';
import { ExpertController } from './experts/pages/expert.controller.js';
import { JudgingController } from './sheets/pages/judging.controller.js';
import { PanelController } from './panel/pages/panel.controller.js';
import { PlanningController } from './planning/pages/planning.controller.js';
import { PublicDrawController } from './draws/pages/public-draw.controller.js';
import { RoundController } from './rounds/pages/round.controller.js';
import { SheetController } from './sheets/pages/sheet.controller.js';
import { SignController } from './sheets/pages/sign.controller.js';
import { JudgingGuardFacts } from './panel/judging-guard-facts.js';
import { RoundWorks } from './rounds/round-work.js';
import { PanelGuards } from './panel/panel-guards.js';
import { PanelQueries } from './panel/panel.queries.js';
import { PlanningQueries } from './planning/planning.queries.js';
import { RequestPlan } from './planning/request-plan.js';
import { DeclareReReview } from './re-reviews/declare-re-review.js';
import { KeyReReviewSheet } from './re-reviews/key-re-review-sheet.js';
import { MoveReReviewSheet } from './re-reviews/move-re-review-sheet.js';
import { OpenReReviewSheet } from './re-reviews/open-re-review-sheet.js';
import { KeyingController } from './re-reviews/pages/keying.controller.js';
import { ReReviewSheetController } from './re-reviews/pages/re-review-sheet.controller.js';
import { ReReviewSheetQueries } from './re-reviews/re-review-sheet.queries.js';
import { ReReviewWitness } from './re-reviews/re-review-witness.js';
import { SaveReReviewSheet } from './re-reviews/save-re-review-sheet.js';
import { SignReReviewSheet } from './re-reviews/sign-re-review-sheet.js';
import { TellComplete } from './re-reviews/tell-complete.js';
import { RemindJudges } from './rounds/remind-judges.js';
import { VacateSeat } from './panel/vacate-seat.js';
import { DecideRemoval } from './removals/decide-removal.js';
import { RemovalsController } from './removals/pages/removals.controller.js';
import { ProposeRemoval } from './removals/propose-removal.js';
import { ProposeReReviewVoiding } from './removals/propose-re-review-voiding.js';
import { ProposeVoiding } from './removals/propose-voiding.js';
import { VoidReReviewSheet } from './removals/void-re-review-sheet.js';
import { RemindReReviewers } from './re-reviews/remind-re-reviewers.js';
import { RemovalQueries } from './removals/removal.queries.js';
import { AnchorDiagnosticsQueries } from './anchors/anchor-diagnostics.queries.js';
import { ANCHOR_CONTROLLERS, ANCHOR_PROVIDERS } from './anchors/anchor-providers.js';
import { AnchorsOpen } from './anchors/anchors-open.js';
import { ReplaceSeat } from './panel/replace-seat.js';
import { FlaggedApplications } from './rounds/flagged-applications.js';
import { FreeJudges } from './rounds/free-judges.js';
import { UnstaffedFlags } from './rounds/unstaffed-flags.js';
import { RescoreSpread } from './rounds/rescore-spread.js';
import { ReturnSheet } from './sheets/return-sheet.js';
import { RoundProgressQueries } from './rounds/round-progress.queries.js';
import { CloseRound, OpenDeclaration, OpenRound } from './rounds/round-steps.js';
import { RoundQueries } from './rounds/round.queries.js';
import { SaveSheet } from './sheets/save-sheet.js';
import { SeatJudge } from './panel/seat-judge.js';
import { SheetQueries } from './sheets/sheet.queries.js';
import { SignSheets } from './sheets/sign-sheets.js';
import { SpreadQueries } from './rounds/spread.queries.js';
import { VoidSheets } from './sheets/void-sheets.js';
import { WithheldFiles } from './rounds/withheld-files.js';
import { SheetWitness } from './sheets/sheet-witness.js';

@Module({
  imports: [ApplicationsModule, DocumentsModule, JobsModule, ProgrammesModule],
  controllers: [
    ...ANCHOR_CONTROLLERS,
    AssignmentsController,
    AssignmentImportController,
    ConflictsController,
    DefenceRecordsController,
    DrawController,
    DrawRecordController,
    ExpertController,
    JudgingController,
    KeyingController,
    PanelController,
    PlanningController,
    PublicDrawController,
    ReReviewSheetController,
    RemovalsController,
    RoundController,
    SheetController,
    SignController,
  ],
  providers: [
    ...ANCHOR_PROVIDERS,
    SheetWitness,
    DeclareReReview,
    KeyReReviewSheet,
    MoveReReviewSheet,
    OpenReReviewSheet,
    ReReviewSheetQueries,
    ReReviewWitness,
    SaveReReviewSheet,
    SignReReviewSheet,
    TellComplete,
    AddExpert,
    AdvanceProgramme,
    BeginDraw,
    CandidatePool,
    ApplyAssignment,
    ImportAssignment,
    PutInForce,
    AssignmentPreviews,
    AssignmentQueries,
    CloseRound,
    CommitDraw,
    ConflictFacts,
    ConflictQueries,
    DecideConflict,
    DeclareConflicts,
    DeclareLateConflict,
    DefenceRecordQueries,
    DrawPages,
    DrawQueries,
    DiagnosticsQueries,
    EditExpert,
    EndRounds,
    EstablishConflict,
    ExcludeCandidate,
    ExpertQueries,
    FreezeDraw,
    IssueSheets,
    MoveSheet,
    JudgeSheets,
    JudgingGuardFacts,
    JudgingQueries,
    NextInLine,
    LoadEvidence,
    OpenDeclaration,
    OpenRound,
    OpenSheet,
    PanelGuards,
    PanelQueries,
    Redraw,
    PlanningQueries,
    PublicDrawQueries,
    ReadDiagnostics,
    RecordDefence,
    RecordSignalNote,
    PlanAssignment,
    RemindJudges,
    ReplaceSeat,
    VacateSeat,
    ProposeRemoval,
    ProposeVoiding,
    ProposeReReviewVoiding,
    RemindReReviewers,
    VoidReReviewSheet,
    DecideRemoval,
    RemovalQueries,
    RequestDiagnostics,
    RequestPlan,
    RescoreSpread,
    FlaggedApplications,
    FreeJudges,
    UnstaffedFlags,
    ReturnSheet,
    RevealDraw,
    RoundFactsQueries,
    RoundProgressQueries,
    RoundQueries,
    RoundWorks,
    SaveSheet,
    SeatDrawn,
    SeatJudge,
    SetDrawTerms,
    SheetQueries,
    SignDraw,
    SignSheets,
    SpreadQueries,
    VoidDraw,
    VoidSheets,
    WitnessDraw,
    WithheldFiles,
  ],
  exports: [
    AnchorDiagnosticsQueries,
    AnchorsOpen,
    CloseRound,
    ConflictFacts,
    MoveReReviewSheet,
    ProposeReReviewVoiding,
    RemindReReviewers,
    ReReviewSheetQueries,
    DefenceRecordQueries,
    DiagnosticsQueries,
    EndRounds,
    JudgeSheets,
    JudgingQueries,
    OpenDeclaration,
    OpenRound,
    PanelQueries,
    ReadDiagnostics,
    RecordSignalNote,
    RequestDiagnostics,
    SpreadQueries,
  ],
})
export class JudgingModule {}
