import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { RemovalDecisionForm } from '../../panel/pages/panel.form.js';
import { DecideRemoval } from '../decide-removal.js';
import { RemovalQueries } from '../removal.queries.js';
import { removalsPage } from './removals.page.js';

@Controller('office/removals')
export class RemovalsController {
  constructor(
    private readonly removals: RemovalQueries,
    private readonly decideRemoval: DecideRemoval,
  ) {}

  @Get()
  @Access('removal.read')
  async list() {
    return page('judging/removals', removalsPage(await this.rows(), null));
  }

  @Post(':id/decision')
  @Access('removal.decide')
  async decide(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(RemovalDecisionForm) form: Submitted<RemovalDecisionForm>,
  ) {
    const outcome = await form.attempt((value) => this.decideRemoval.run(me, id, value));
    if (outcome.done) return redirect('/office/removals', 'judging.removal.decided');
    const refused = { id, form: outcome.form };
    return page('judging/removals', removalsPage(await this.rows(), refused), 422);
  }

  private rows() {
    return this.removals.ofRunning();
  }
}
