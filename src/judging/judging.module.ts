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
import { AnswerAgain } from './conflicts/answer-again.js';
import { AskJudgesAgain } from './conflicts/ask-judges-again.js';
import { DeclareConflicts } from './conflicts/declare-conflicts.js';
import { DeclareLateConflict } from './conflicts/declare-late-conflict.js';
import { AbsentSheets } from './defence/absent-sheets.js';
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
import { ExpertController } from './experts/pages/expert.controller.js';
import { JudgingController } from './sheets/pages/judging.controller.js';
import { PanelController } from './panel/pages/panel.controller.js';
import { PlanningController } from './planning/pages/planning.controller.js';
import { RoundController } from './rounds/pages/round.controller.js';
import { RoundSheetsController } from './rounds/pages/round-sheets.controller.js';
import { SheetController } from './sheets/pages/sheet.controller.js';
import { OFFLINE_CONTROLLERS, OFFLINE_PROVIDERS } from './sheets/offline/offline-providers.js';
import { WorkbookController } from './sheets/workbook/pages/workbook.controller.js';
import { PIN_PROVIDERS } from './sheets/pins/pin-providers.js';
import { PinQueries } from './sheets/pins/pin.queries.js';
import { WORKBOOK_PROVIDERS } from './sheets/workbook/workbook-providers.js';
import { SignController } from './sheets/pages/sign.controller.js';
import { JudgingGuardFacts } from './panel/judging-guard-facts.js';
import { RoundWorks } from './rounds/round-work.js';
import { PanelGuards } from './panel/panel-guards.js';
import { PanelQueries } from './panel/panel.queries.js';
import { PastSpreadScores } from './planning/past-spread-scores.js';
import { PlanningQueries } from './planning/planning.queries.js';
import { RequestPlan } from './planning/request-plan.js';
import { RemindJudges } from './rounds/remind-judges.js';
import { VacateSeat } from './panel/vacate-seat.js';
import { AnchorDiagnosticsQueries } from './anchors/anchor-diagnostics.queries.js';
import { ANCHOR_PROVIDERS } from './anchors/anchor-providers.js';
import { AnchorController } from './anchors/pages/anchor.controller.js';
import { AnchorSheetController } from './anchors/pages/anchor-sheet.controller.js';
import { AnchorsController } from './anchors/pages/anchors.controller.js';
import { AnchorsOpen } from './anchors/anchors-open.js';
import { ReplaceSeat } from './panel/replace-seat.js';
import { FlaggedApplications } from './rounds/flagged-applications.js';
import { FreezeFlags } from './rounds/freeze-flags.js';
import { FreeJudges } from './rounds/free-judges.js';
import { UnstaffedFlags } from './rounds/unstaffed-flags.js';
import { RescoreSpread } from './rounds/rescore-spread.js';
import { ReturnSheet } from './sheets/return-sheet.js';
import { RoundProgressQueries } from './rounds/round-progress.queries.js';
import { CloseRound, OpenDeclaration, OpenRound } from './rounds/round-steps.js';
import { RoundQueries } from './rounds/round.queries.js';
import { SaveSheet } from './sheets/save-sheet.js';
import { DeclarationDrafts } from './conflicts/declaration-drafts.js';
import { SaveDeclarationDraft } from './conflicts/save-declaration-draft.js';
import { UnseenSheets } from './sheets/unseen-sheets.js';
import { ReviewSheets } from './sheets/review-sheets.js';
import { SheetMarks } from './sheets/sheet-marks.js';
import { REPEAT_PROVIDERS } from './repeats/repeat-providers.js';
import { RepeatDriftQueries } from './repeats/repeat-drift.queries.js';
import { SeatJudge } from './panel/seat-judge.js';
import { SheetQueries } from './sheets/sheet.queries.js';
import { SignSheets } from './sheets/sign-sheets.js';
import { SpreadQueries } from './rounds/spread.queries.js';
import { VoidSheets } from './sheets/void-sheets.js';
import { WithheldFiles } from './rounds/withheld-files.js';
import { SheetWitness } from './sheets/sheet-witness.js';
import { ChairQueries } from './chair/chair.queries.js';
import { CHAIR_CONTROLLERS, CHAIR_PROVIDERS } from './chair/chair-providers.js';
import { DRAW_CONTROLLERS, DRAW_PROVIDERS } from './draws/draw-providers.js';
import { PAPER_CONTROLLERS, PAPER_PROVIDERS } from './paper/paper-providers.js';
import { PaperQueries } from './paper/paper.queries.js';
import { HALL_CONTROLLERS, HALL_PROVIDERS } from './hall/hall-providers.js';
import { MoveReReviewSheet } from './re-reviews/move-re-review-sheet.js';
import { ReReviewSheetQueries } from './re-reviews/re-review-sheet.queries.js';
import { RemindReReviewers } from './re-reviews/remind-re-reviewers.js';
import { RE_REVIEW_CONTROLLERS, RE_REVIEW_PROVIDERS } from './re-reviews/re-review-providers.js';
import { ProposeReReviewVoiding } from './removals/propose-re-review-voiding.js';
import { REMOVAL_CONTROLLERS, REMOVAL_PROVIDERS } from './removals/removal-providers.js';

@Module({
  imports: [ApplicationsModule, DocumentsModule, JobsModule, ProgrammesModule],
  controllers: [
    AnchorController,
    AnchorSheetController,
    AnchorsController,
    ...REMOVAL_CONTROLLERS,
    ...RE_REVIEW_CONTROLLERS,
    ...CHAIR_CONTROLLERS,
    ...DRAW_CONTROLLERS,
    ...HALL_CONTROLLERS,
    ...PAPER_CONTROLLERS,
    AssignmentsController,
    AssignmentImportController,
    ConflictsController,
    DefenceRecordsController,
    ExpertController,
    JudgingController,
    PanelController,
    PlanningController,
    RoundController,
    RoundSheetsController,
    SheetController,
    WorkbookController,
    ...OFFLINE_CONTROLLERS,
    SignController,
  ],
  providers: [
    ...ANCHOR_PROVIDERS,
    ...REPEAT_PROVIDERS,
    ...REMOVAL_PROVIDERS,
    ...RE_REVIEW_PROVIDERS,
    ...CHAIR_PROVIDERS,
    ...DRAW_PROVIDERS,
    ...HALL_PROVIDERS,
    ...PAPER_PROVIDERS,
    SheetWitness,
    AddExpert,
    AdvanceProgramme,
    ApplyAssignment,
    ImportAssignment,
    PutInForce,
    AssignmentPreviews,
    AssignmentQueries,
    CloseRound,
    ConflictFacts,
    ConflictQueries,
    DecideConflict,
    AnswerAgain,
    AskJudgesAgain,
    DeclareConflicts,
    DeclareLateConflict,
    AbsentSheets,
    DefenceRecordQueries,
    DiagnosticsQueries,
    EditExpert,
    EndRounds,
    EstablishConflict,
    ExpertQueries,
    IssueSheets,
    MoveSheet,
    JudgeSheets,
    JudgingGuardFacts,
    JudgingQueries,
    LoadEvidence,
    OpenDeclaration,
    OpenRound,
    OpenSheet,
    PanelGuards,
    PanelQueries,
    PlanningQueries,
    PastSpreadScores,
    ReadDiagnostics,
    RecordDefence,
    RecordSignalNote,
    PlanAssignment,
    RemindJudges,
    ReplaceSeat,
    VacateSeat,
    RequestDiagnostics,
    RequestPlan,
    RescoreSpread,
    FlaggedApplications,
    FreeJudges,
    UnstaffedFlags,
    ReturnSheet,
    RoundFactsQueries,
    RoundProgressQueries,
    RoundQueries,
    RoundWorks,
    SaveSheet,
    SheetMarks,
    DeclarationDrafts,
    SaveDeclarationDraft,
    UnseenSheets,
    ReviewSheets,
    SeatJudge,
    SheetQueries,
    ...WORKBOOK_PROVIDERS,
    ...PIN_PROVIDERS,
    ...OFFLINE_PROVIDERS,
    SignSheets,
    SpreadQueries,
    FreezeFlags,
    VoidSheets,
    WithheldFiles,
  ],
  exports: [
    ChairQueries,
    AskJudgesAgain,
    AnchorDiagnosticsQueries,
    RepeatDriftQueries,
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
    PaperQueries,
    PinQueries,
    ReadDiagnostics,
    RecordSignalNote,
    RequestDiagnostics,
    SheetMarks,
    SpreadQueries,
  ],
})
export class JudgingModule {}
