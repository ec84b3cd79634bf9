import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { AnnounceProgramme } from './announce-programme.js';
import { ApproveLegalBasis } from './approve-legal-basis.js';
import { CloseApplications } from './close-applications.js';
import { DemoClock } from './demo-clock.js';
import { EditProgramme } from './edit-programme.js';
import { CalendarPreviews } from './calendar-preview.js';
import { RunningSpans } from './running-spans.js';
import { LastYear } from './last-year.js';
import { PastSpread } from './past-spread.js';
import { MoveDemoClock } from './move-demo-clock.js';
import { MoveProgramme } from './move-programme.js';
import { OrderExtension } from './order-extension.js';
import { CalendarController } from './pages/calendar.controller.js';
import { LegalBasisController } from './pages/legal-basis.controller.js';
import { OverviewController } from './pages/overview.controller.js';
import { EditionsController } from './pages/editions.controller.js';
import { PublicProgrammeController } from './pages/public.controller.js';
import { RubricController } from './pages/rubric.controller.js';
import { RulesFlow } from './pages/rules-flow.js';
import { RulesController } from './pages/rules.controller.js';
import { SetUpController } from './pages/set-up.controller.js';
import { WorkingDaysController } from './pages/working-days.controller.js';
import { PhaseClock } from './phase-clock.js';
import { PlanCalendar } from './plan-calendar.js';
import { PrepareProgramme } from './prepare-programme.js';
import { ProgrammeGuards } from './programme-guards.js';
import { ProgrammeQueries } from './programme.queries.js';
import { RecordStep } from './record-step.js';
import { RequireStep } from './require-step.js';
import { SaveLegalBasis } from './save-legal-basis.js';
import { SaveRules } from './save-rules.js';
import { SaveWorkingDayYear } from './save-working-day-year.js';
import { SetReference } from './set-reference.js';
import { SetRounds } from './set-rounds.js';
import { PostedPeriods } from './posted-periods.js';
import { SetUpQueries } from './set-up.queries.js';
import { StepProgramme } from './step-programme.js';
import { TerminateProgramme } from './terminate-programme.js';
import { WithdrawBasisApproval } from './withdraw-basis-approval.js';
import { WorkingDays } from './working-days.js';
import { RuleVersionWitness } from './rule-version-witness.js';

@Module({
  imports: [DocumentsModule],
  controllers: [
    SetUpController,
    CalendarController,
    LegalBasisController,
    RulesController,
    RubricController,
    WorkingDaysController,
    OverviewController,
    EditionsController,
    PublicProgrammeController,
  ],
  providers: [
    RuleVersionWitness,
    AnnounceProgramme,
    ApproveLegalBasis,
    CloseApplications,
    DemoClock,
    EditProgramme,
    MoveDemoClock,
    MoveProgramme,
    OrderExtension,
    PhaseClock,
    PlanCalendar,
    PostedPeriods,
    PrepareProgramme,
    ProgrammeGuards,
    ProgrammeQueries,
    RecordStep,
    RequireStep,
    SaveLegalBasis,
    SaveRules,
    RulesFlow,
    CalendarPreviews,
    RunningSpans,
    LastYear,
    PastSpread,
    SaveWorkingDayYear,
    SetReference,
    SetRounds,
    SetUpQueries,
    StepProgramme,
    TerminateProgramme,
    WithdrawBasisApproval,
    WorkingDays,
  ],
  exports: [
    LastYear,
    PastSpread,
    RunningSpans,
    MoveProgramme,
    PhaseClock,
    PostedPeriods,
    ProgrammeGuards,
    ProgrammeQueries,
    RecordStep,
    RequireStep,
    SetUpQueries,
    StepProgramme,
    TerminateProgramme,
    WorkingDays,
  ],
})
export class ProgrammesModule {}
