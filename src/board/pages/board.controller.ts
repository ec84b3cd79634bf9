import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApplicationStateQueries } from '../../applications/application-states.queries.js';
import { AfterPublicationQueries } from '../../awards/objections/after-publication.queries.js';
import { afterPublicationWork } from '../../rules/rounds/after-publication-work.js';
import { OpenReReviews } from '../../awards/objections/open-re-reviews.js';
import { RelockQueries } from '../../awards/standings/relock.queries.js';
import { TitleWorkQueries } from '../../awards/titles/title-work.queries.js';
import { Clock } from '../../config/clock.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import type { Submitted } from '../../web/forms/submitted.js';
import { Asked, Form, Me } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { OfficeTaskQueries } from '../office-tasks.queries.js';
import { TermWorkQueries } from '../term-work.queries.js';
import { PhaseClock } from '../../programmes/phase-clock.js';
import { ProgrammeGuards } from '../../programmes/programme-guards.js';
import { type ProgrammeRow, ProgrammeQueries } from '../../programmes/programme.queries.js';
import { RecordStep } from '../../programmes/record-step.js';
import { SetUpQueries } from '../../programmes/set-up.queries.js';
import { StepProgramme } from '../../programmes/step-programme.js';
import { WorkingDays } from '../../programmes/working-days.js';
import { boardPage } from './board.page.js';
import { RecordForm, StepForm } from './steps.form.js';
import { recordPage } from './record.page.js';
import { reReviewWork, unlockWork } from '../../rules/rounds/re-review-work.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

@Controller()
export class BoardController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly states: ApplicationStateQueries,
    private readonly guards: ProgrammeGuards,
    private readonly tasks: OfficeTaskQueries,
    private readonly titleWork: TitleWorkQueries,
    private readonly termWork: TermWorkQueries,
    private readonly reReviews: OpenReReviews,
    private readonly relocks: RelockQueries,
    private readonly after: AfterPublicationQueries,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
    private readonly phaseClock: PhaseClock,
    private readonly stepProgramme: StepProgramme,
    private readonly recordStep: RecordStep,
  ) {}

  @Get('office')
  @Access('office.read')
  async show(@Me() me: Actor, @Asked('programme') chosen?: string) {
    await this.phaseClock.run();
    return this.board(me, chosen, null);
  }

  @Post('office/programmes/:id/steps')
  @Access('office.read')
  async step(@Me() me: Actor, @Param('id') id: string, @Form(StepForm) form: Submitted<StepForm>) {
    const outcome = await form.attempt(({ event }) =>
      this.stepProgramme.run(me, { programmeId: id, event }),
    );
    if (!outcome.done) return this.board(me, id, outcome.form);
    return redirect(`/office?programme=${id}`, 'programmes.stepTaken');
  }

  @Post('office/programmes/:id/records')
  @Access('office.read')
  async record(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(RecordForm) form: Submitted<RecordForm>,
  ) {
    const programme = await this.programmes.byId(id);
    const outcome = await form.attempt((value) =>
      this.recordStep.run(me, Object.assign({ programmeId: id }, value)),
    );
    if (!outcome.done) return page('office/record', recordPage(programme, outcome.form), 422);
    return redirect(`/office?programme=${id}`, 'programmes.recorded');
  }

  private async board(me: Actor, chosen: string | undefined, refused: Submitted<StepForm> | null) {
    const programmes = await this.programmes.all();
    const focus = inHand(programmes, chosen);
    const alive = ({ state }: ProgrammeRow) => !programmeIn.over.has(state);
    // Whoever's turn it is in an edition beside this one, prepared or in force, has to see it here too.
    const beside = focus && alive(focus) ? programmes.filter(alive) : [];
    const today = beijingDate(this.clock.now());
    return page(
      'office/board',
      boardPage({
        programmes,
        work: [
          ...reReviewWork(await this.reReviews.work()),
          ...unlockWork(await this.relocks.unlocks()),
          ...afterPublicationWork(await this.after.open(), await this.workingDays.calendar()),
          ...(await this.termWork.on(today)),
          ...(await this.titleWork.on(today)),
        ],
        focus: focus ? await this.focus(me, focus) : null,
        beside: await Promise.all(
          beside.filter((one) => one !== focus).map((one) => this.focus(me, one)),
        ),
        refused,
      }),
      refused ? 422 : 200,
    );
  }

  private async focus({ accountId }: Actor, programme: ProgrammeRow) {
    const { id } = programme;
    return {
      programme,
      tasks: await this.tasks.of(id, accountId, this.clock.now()),
      findings: await this.guards.findings(id),
      states: await this.states.of(id),
      extensions: await this.setUp.extensions(id),
      records: await this.setUp.records(id),
      categories: await this.programmes.categories(id),
      rounds: await this.programmes.rounds(id),
      workingDays: await this.workingDays.calendar(),
    };
  }
}

/** The chosen programme, else the announced one that is not over, else the one being prepared. */
function inHand(programmes: readonly ProgrammeRow[], chosen?: string): ProgrammeRow | null {
  return (
    programmes.find(({ id }) => id === chosen) ??
    programmes.find(({ state }) => !programmeIn.idle.has(state)) ??
    programmes.find(({ state }) => programmeIn.preparing.has(state)) ??
    programmes.find(({ state }) => programmeIn.inForce.has(state)) ??
    null
  );
}
