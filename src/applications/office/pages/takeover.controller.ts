import { Controller, Get, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { TakeOverApplications } from '../takeover/take-over-applications.js';
import { TakeoverQueries } from '../takeover/takeover.queries.js';
import { TakeoverForm } from './takeover.form.js';
import { takeoverPage } from './takeover.page.js';

@Controller('office/takeovers')
export class TakeoverController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly takeovers: TakeoverQueries,
    private readonly takeOver: TakeOverApplications,
  ) {}

  @Get()
  @Access('office.read')
  async list() {
    return this.page(unsentForm(TakeoverForm), 200);
  }

  @Post()
  @Access('application.reexamine')
  async create(@Me() me: Actor, @Form(TakeoverForm) form: Submitted<TakeoverForm>) {
    const programme = await this.programmes.current();
    if (!programme) throw missing();
    const { id: programmeId } = programme;
    const outcome = await form.attempt(({ ownerId, reason }) =>
      this.takeOver.run(me, { programmeId, ownerId, reason }),
    );
    if (!outcome.done) return this.page(outcome.form, 422);
    return redirect('/office/takeovers', 'review.takeover.done', { count: outcome.result });
  }

  private async page(form: Submitted<TakeoverForm>, status: number) {
    const programme = await this.programmes.current();
    const rows = {
      programme,
      pending: programme ? await this.takeovers.pending(programme.id) : [],
      taken: programme ? await this.takeovers.taken(programme.id) : [],
      owners: await this.takeovers.owners(),
    };
    return page('applications-office/takeovers', takeoverPage(rows, form), status);
  }
}
