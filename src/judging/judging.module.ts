import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { AddExpert } from './add-expert.js';
import { AdvanceProgramme } from './advance-programme.js';
import { ApplyAssignment } from './assignments/apply-assignment.js';
import { AssignmentPreviews } from './assignments/assignment-previews.js';
import { AssignmentQueries } from './assignments/assignment.queries.js';
import { PlanAssignment } from './assignments/plan-assignment.js';
import { RoundFactsQueries } from './assignments/round-facts.js';
import { ConflictFacts } from './conflict-facts.js';
import { ConflictQueries } from './conflict.queries.js';
import { DecideConflict } from './decide-conflict.js';
import { DeclareConflicts } from './declare-conflicts.js';
import { DeclareLateConflict } from './declare-late-conflict.js';
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
import { DiagnosticsQueries } from './diagnostics/diagnostics.queries.js';
import { LoadEvidence } from './diagnostics/load-evidence.js';
import { ReadDiagnostics } from './diagnostics/read-diagnostics.js';
import { RecordSignalNote } from './diagnostics/record-signal-note.js';
import { RequestDiagnostics } from './diagnostics/request-diagnostics.js';
import { EditExpert } from './edit-expert.js';
import { EstablishConflict } from './establish-conflict.js';
import { ExpertQueries } from './expert.queries.js';
import { IssueSheets } from './issue-sheets.js';
import { JudgeSheets } from './judge-sheets.js';
import { JudgingQueries } from './judging.queries.js';
import { OpenSheet } from './open-sheet.js';
import { AssignmentsController } from './pages/assignments.controller.js';
import { ConflictsController } from './pages/conflicts.controller.js';
import { EndRounds } from './end-rounds.js';
import { DrawController } from './pages/draw.controller.js';
import { DrawPages } from './pages/draw-pages.js';
import { DrawRecordController } from './pages/draw-record.controller.js';
import { ExpertController } from './pages/expert.controller.js';
import { JudgingController } from './pages/judging.controller.js';
import { PanelController } from './pages/panel.controller.js';
import { PlanningController } from './pages/planning.controller.js';
import { PublicDrawController } from './pages/public-draw.controller.js';
import { RoundController } from './pages/round.controller.js';
import { SheetController } from './pages/sheet.controller.js';
import { SignController } from './pages/sign.controller.js';
import { PanelGuards } from './panel-guards.js';
import { PanelQueries } from './panel.queries.js';
import { PlanningQueries } from './planning/planning.queries.js';
import { RequestPlan } from './planning/request-plan.js';
import { RemindJudges } from './remind-judges.js';
import { ReplaceSeat } from './replace-seat.js';
import { RescoreSpread } from './rescore-spread.js';
import { ReturnSheet } from './return-sheet.js';
import { RoundProgressQueries } from './round-progress.queries.js';
import { CloseRound, OpenDeclaration, OpenRound } from './round-steps.js';
import { RoundQueries } from './round.queries.js';
import { SaveSheet } from './save-sheet.js';
import { SeatJudge } from './seat-judge.js';
import { SheetQueries } from './sheet.queries.js';
import { SignSheets } from './sign-sheets.js';
import { SpreadQueries } from './spread.queries.js';
import { VoidSheets } from './void-sheets.js';
import { WithheldFiles } from './withheld-files.js';

@Module({
  imports: [ApplicationsModule, DocumentsModule, JobsModule, ProgrammesModule],
  controllers: [
    AssignmentsController,
    ConflictsController,
    DrawController,
    DrawRecordController,
    ExpertController,
    JudgingController,
    PanelController,
    PlanningController,
    PublicDrawController,
    RoundController,
    SheetController,
    SignController,
  ],
  providers: [
    AddExpert,
    AdvanceProgramme,
    BeginDraw,
    CandidatePool,
    ApplyAssignment,
    AssignmentPreviews,
    AssignmentQueries,
    CloseRound,
    CommitDraw,
    ConflictFacts,
    ConflictQueries,
    DecideConflict,
    DeclareConflicts,
    DeclareLateConflict,
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
    JudgeSheets,
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
    RecordSignalNote,
    PlanAssignment,
    RemindJudges,
    ReplaceSeat,
    RequestDiagnostics,
    RequestPlan,
    RescoreSpread,
    ReturnSheet,
    RevealDraw,
    RoundFactsQueries,
    RoundProgressQueries,
    RoundQueries,
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
    CloseRound,
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
