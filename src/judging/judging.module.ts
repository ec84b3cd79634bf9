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
import { EditExpert } from './edit-expert.js';
import { EstablishConflict } from './establish-conflict.js';
import { ExpertQueries } from './expert.queries.js';
import { IssueSheets } from './issue-sheets.js';
import { JudgeSheets } from './judge-sheets.js';
import { JudgingQueries } from './judging.queries.js';
import { OpenSheet } from './open-sheet.js';
import { AssignmentsController } from './pages/assignments.controller.js';
import { ConflictsController } from './pages/conflicts.controller.js';
import { ExpertController } from './pages/expert.controller.js';
import { JudgingController } from './pages/judging.controller.js';
import { PanelController } from './pages/panel.controller.js';
import { RoundController } from './pages/round.controller.js';
import { SheetController } from './pages/sheet.controller.js';
import { SignController } from './pages/sign.controller.js';
import { PanelGuards } from './panel-guards.js';
import { PanelQueries } from './panel.queries.js';
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
    ExpertController,
    JudgingController,
    PanelController,
    RoundController,
    SheetController,
    SignController,
  ],
  providers: [
    AddExpert,
    AdvanceProgramme,
    ApplyAssignment,
    AssignmentPreviews,
    AssignmentQueries,
    CloseRound,
    ConflictFacts,
    ConflictQueries,
    DecideConflict,
    DeclareConflicts,
    DeclareLateConflict,
    EditExpert,
    EstablishConflict,
    ExpertQueries,
    IssueSheets,
    JudgeSheets,
    JudgingQueries,
    OpenDeclaration,
    OpenRound,
    OpenSheet,
    PanelGuards,
    PanelQueries,
    PlanAssignment,
    RemindJudges,
    ReplaceSeat,
    RescoreSpread,
    ReturnSheet,
    RoundFactsQueries,
    RoundProgressQueries,
    RoundQueries,
    SaveSheet,
    SeatJudge,
    SheetQueries,
    SignSheets,
    SpreadQueries,
    VoidSheets,
    WithheldFiles,
  ],
  exports: [
    CloseRound,
    JudgeSheets,
    JudgingQueries,
    OpenDeclaration,
    OpenRound,
    PanelQueries,
    SpreadQueries,
  ],
})
export class JudgingModule {}
