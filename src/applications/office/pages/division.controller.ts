import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../../config/clock.js';
import { ReadContact } from '../../../merchants/read-contact.js';
import { RegistryQueries } from '../../../merchants/registry.queries.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { SetUpQueries } from '../../../programmes/set-up.queries.js';
import { phaseDeadline } from '../../../rules/programme/phase-deadline.js';
import { lastFullYear } from '../../../rules/registry/return-years.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { Address, Asked, Me, RawBody } from '../../../web/http/parameters.js';
import { page, paperFile, redirect } from '../../../web/views/page.js';
import { paperPage } from '../../../web/views/paper-page.js';
import { missing } from '../../../rules/refusal.js';
import { divisionFor } from '../division/division-scope.js';
import { DivisionQueries } from '../division/division.queries.js';
import { StartDivisionReviews } from '../division/start-division-reviews.js';
import { StartDivisionReview } from '../division/start-division-review.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { divisionApplicationPage, divisionPage, shownRows } from './division.page.js';
import type { QueueWords } from './division-walk.js';
import { printFilesPage } from './print-files.page.js';
import { recommendationsFile } from './recommendations-file.js';
import { recommendationsPaper } from './recommendations-paper.js';

const divisionRoom = { label: 'review.division.title', href: '/division' };
const summaryFiles = [
  { label: 'paper.download.docx', href: '/division/recommendations?kind=docx' },
  { label: 'merchants.callList.xlsx', href: '/division/recommendations?kind=xlsx' },
  { label: 'merchants.callList.csv', href: '/division/recommendations?kind=csv' },
];

const roles = ['DivisionReviewer', 'DivisionApprover'] as const;

@Controller('division')
export class DivisionController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly divisions: DivisionQueries,
    private readonly files: ApplicationFileQueries,
    private readonly startReview: StartDivisionReview,
    private readonly startReviews: StartDivisionReviews,
    private readonly contacts: ReadContact,
    private readonly registry: RegistryQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('division')
  async queue(@Me() me: Actor, @Asked('step') step: unknown, @Asked('category') category: unknown) {
    const division = divisionFor(me, ...roles);
    const programme = await this.programmes.atDivisions();
    const rows = programme ? await this.divisions.queue(programme.id, division) : [];
    const chosen = words(step, category);
    const rules = programme && (await this.programmes.rules(programme.id)).rules;
    const year = lastFullYear(this.clock.now());
    const register = (await this.registry.completeness(year)).find(
      ({ divisionCode }) => divisionCode === division,
    );
    const missingReturns = register ? register.merchants - register.withReturn : 0;
    const filing = { year, missingReturns };
    const extensions = programme ? await this.setUp.extensions(programme.id) : [];
    const lastDay =
      programme &&
      phaseDeadline(programme.calendar, extensions, 'DivisionReview', { divisionCode: division });
    return page(
      'applications-office/division',
      divisionPage({ division, filing, lastDay }, rules, rows, chosen),
    );
  }

  @Get('recommendations')
  @Access('division')
  async recommendations(
    @Me() me: Actor,
    @Asked('kind') kind: unknown,
    @Req() { lang }: FastifyRequest,
  ) {
    const division = divisionFor(me, ...roles);
    const programme = await this.programmes.atDivisions();
    if (!programme) throw missing();
    const { rules } = await this.programmes.rules(programme.id);
    const rows = await this.divisions.recommended(programme.id, division);
    if (kind === 'csv' || kind === 'xlsx') {
      return recommendationsFile(kind, rows, { year: programme.year, lang });
    }
    const paper = recommendationsPaper(programme, division, rules, rows);
    if (kind === 'docx') return paperFile(paper, `recommendations-${programme.year}`);
    return page('web/paper', paperPage(paper, divisionRoom, rows.length ? summaryFiles : []));
  }

  @Get('applications/:id')
  @Access('division')
  async application(
    @Me() me: Actor,
    @Param('id') id: string,
    @Asked('step') step: unknown,
    @Asked('category') category: unknown,
    @Address() address: string,
  ) {
    const division = divisionFor(me, ...roles);
    const file = await this.files.file(id, division);
    const { rules } = await this.programmes.rules(file.head.programmeId);
    const opinion = await this.divisions.opinion(id);
    const contact = await this.contacts.run(me, file.head.merchantId, address);
    const asked = words(step, category);
    const queue = await this.divisions.queue(file.head.programmeId, division);
    return page(
      'applications-office/division-application',
      divisionApplicationPage(file, rules, opinion, contact, {
        shown: shownRows(queue, asked),
        words: asked,
      }),
    );
  }

  /** The files of a tab of the queue, to print together. */
  @Get('files')
  @Access('division')
  async print(@Me() me: Actor, @Asked('step') step: unknown, @Asked('category') category: unknown) {
    const division = divisionFor(me, ...roles);
    const programme = await this.programmes.atDivisions();
    if (!programme) throw missing();
    const queue = await this.divisions.queue(programme.id, division);
    const shown = shownRows(queue, words(step, category)).slice(0, MOST_PRINTED);
    const files = [];
    for (const { id } of shown) files.push(await this.files.file(id, division));
    const { rules } = await this.programmes.rules(programme.id);
    return page('applications-office/print-files', printFilesPage(files, rules));
  }

  @Post('reviews')
  @Access('division.review')
  async startAll(@Me() me: Actor, @RawBody() raw: RawForm) {
    const count = await this.startReviews.run(me, typedTexts(raw, 'ids'));
    return redirect('/division', 'review.batch.begun', { count });
  }

  @Post('applications/:id/review')
  @Access('division.review')
  async start(@Me() me: Actor, @Param('id') id: string) {
    await this.startReview.run(me, id);
    return redirect(`/division/applications/${id}`, 'review.started');
  }
}

/** More would be a print that nobody wants in one piece. */
const MOST_PRINTED = 60;

function words(step: unknown, category: unknown): QueueWords {
  return { step: text(step), category: text(category) };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
