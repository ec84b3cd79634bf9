import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeGuards } from '../../../programmes/programme-guards.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, holds } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { DrawQueries } from '../../draws/draw.queries.js';
import { ExpertQueries } from '../../experts/expert.queries.js';
import { PanelQueries } from '../panel.queries.js';
import { ReplaceSeat } from '../replace-seat.js';
import { OpenDeclaration } from '../../rounds/round-steps.js';
import { SeatJudge } from '../seat-judge.js';
import { SeatForm, VacancyForm } from './panel.form.js';
import { panelPage } from './panel.page.js';

@Controller('office/panels')
export class PanelController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly guards: ProgrammeGuards,
    private readonly panels: PanelQueries,
    private readonly experts: ExpertQueries,
    private readonly draws: DrawQueries,
    private readonly seatJudge: SeatJudge,
    private readonly replaceSeat: ReplaceSeat,
    private readonly openDeclaration: OpenDeclaration,
  ) {}

  @Get(':programmeId')
  @Access('office.read')
  async show(@Me() me: Actor, @Param('programmeId') id: string) {
    return this.page(me, id, unsentForm(SeatForm), unsentForm(VacancyForm));
  }

  @Post(':programmeId/seats')
  @Access('panel.seat')
  async seat(
    @Me() me: Actor,
    @Param('programmeId') id: string,
    @Form(SeatForm) form: Submitted<SeatForm>,
  ) {
    const outcome = await form.attempt(({ place, ...value }) =>
      this.seatJudge.run(me, id, {
        ...value,
        chair: place === 'chair',
        alternate: place === 'alternate',
      }),
    );
    if (!outcome.done) return this.page(me, id, outcome.form, unsentForm(VacancyForm), 422);
    return redirect(`/office/panels/${id}`, 'judging.panel.seated');
  }

  @Post(':programmeId/vacancies')
  @Access('panel.seat')
  async vacate(
    @Me() me: Actor,
    @Param('programmeId') id: string,
    @Form(VacancyForm) form: Submitted<VacancyForm>,
  ) {
    const outcome = await form.attempt(({ vacateReason: reason, ...given }) =>
      this.replaceSeat.run(me, id, { ...given, reason }),
    );
    if (!outcome.done) return this.page(me, id, unsentForm(SeatForm), outcome.form, 422);
    const done = outcome.result ? 'judging.removal.proposed' : 'judging.panel.replaced';
    return redirect(`/office/panels/${id}`, done);
  }

  @Post(':programmeId/declaration')
  @Access('panel.seat')
  async open(@Me() me: Actor, @Param('programmeId') id: string) {
    const outcome = await unsentForm(VacancyForm).attempt(() => this.openDeclaration.run(me, id));
    if (!outcome.done) return this.page(me, id, unsentForm(SeatForm), outcome.form, 422);
    return redirect(`/office/panels/${id}`, 'judging.panel.declarationOpen');
  }

  private async page(
    me: Actor,
    id: string,
    seatForm: Submitted<SeatForm>,
    vacancyForm: Submitted<VacancyForm>,
    status = 200,
  ) {
    const [programme, categories, rounds, seats, experts, draws] = await Promise.all([
      this.programmes.byId(id),
      this.programmes.categories(id),
      this.programmes.rounds(id),
      this.panels.seatsOfProgramme(id),
      this.experts.all(),
      this.draws.inForce(id),
    ]);
    const mayEdit = holds(me, 'CityRegistrar');
    const findings = await this.guards.findings(id);
    const data = { programme, findings, categories, rounds, seats, experts, draws, mayEdit };
    return page('judging/panel', panelPage(data, seatForm, vacancyForm), status);
  }
}
