import { Controller, Get, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { Submitted } from '../../../web/forms/submitted.js';
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
    return this.page(null, 200);
  }

  @Post()
  @Access('application.reexamine')
  async create(@Me() me: Actor, @Form(TakeoverForm) form: Submitted<TakeoverForm>) {
    const outcome = await form.attempt((value) => this.takeOver.run(me, value));
    if (!outcome.done) return this.page(outcome.form, 422);
    return redirect('/office/takeovers', 'review.takeover.done', { count: outcome.result });
  }

  private async page(sent: Submitted<TakeoverForm> | null, status: number) {
    const [programmes, pending, taken, owners] = await Promise.all([
      this.programmes.running(),
      this.takeovers.pendingOfRunning(),
      this.takeovers.takenOfRunning(),
      this.takeovers.owners(),
    ]);
    const rows = { programmes, pending, taken, owners };
    return page('applications-office/takeovers', takeoverPage(rows, sent), status);
  }
}
