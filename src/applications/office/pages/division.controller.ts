import { Controller, Get, Param, Post } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { RegistryQueries } from '../../../merchants/registry.queries.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { lastFullYear } from '../../../rules/registry/return-years.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { Asked, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { missing } from '../../../rules/refusal.js';
import { divisionFor } from '../division/division-scope.js';
import { DivisionQueries } from '../division/division.queries.js';
import { StartDivisionReview } from '../division/start-division-review.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { divisionApplicationPage, divisionPage, recommendationsPage } from './division.page.js';

const roles = ['DivisionReviewer', 'DivisionApprover'] as const;

@Controller('division')
export class DivisionController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly divisions: DivisionQueries,
    private readonly files: ApplicationFileQueries,
    private readonly startReview: StartDivisionReview,
    private readonly registry: RegistryQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('division')
  async queue(@Me() me: Actor, @Asked('step') step: unknown, @Asked('category') category: unknown) {
    const division = divisionFor(me, ...roles);
    const programme = await this.programmes.current();
    const rows = programme ? await this.divisions.queue(programme.id, division) : [];
    const chosen = { step: text(step), category: text(category) };
    const year = lastFullYear(this.clock.now());
    const register = (await this.registry.completeness(year)).find(
      ({ divisionCode }) => divisionCode === division,
    );
    const missingReturns = register ? register.merchants - register.withReturn : 0;
    const filing = { year, missingReturns };
    return page(
      'applications-office/division',
      divisionPage(programme, { division, filing }, rows, chosen),
    );
  }

  @Get('recommendations')
  @Access('division')
  async recommendations(@Me() me: Actor) {
    const division = divisionFor(me, ...roles);
    const programme = await this.programmes.current();
    if (!programme) throw missing();
    const { rules } = await this.programmes.rules(programme.id);
    const rows = await this.divisions.recommended(programme.id, division);
    return page(
      'applications-office/recommendations',
      recommendationsPage(programme, division, rules, rows),
    );
  }

  @Get('applications/:id')
  @Access('division')
  async application(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.file(id, divisionFor(me, ...roles));
    const { rules } = await this.programmes.rules(file.head.programmeId);
    const opinion = await this.divisions.opinion(id);
    return page(
      'applications-office/division-application',
      divisionApplicationPage(file, rules, opinion),
    );
  }

  @Post('applications/:id/review')
  @Access('division.review')
  async start(@Me() me: Actor, @Param('id') id: string) {
    await this.startReview.run(me, id);
    return redirect(`/division/applications/${id}`, 'review.started');
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
