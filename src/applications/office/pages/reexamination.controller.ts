import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { DecideReexamination } from '../reexamination/decide-reexamination.js';
import { ReexaminationQueries } from '../reexamination/reexamination.queries.js';
import { ReexaminationDecisionForm } from './reexamination.form.js';
import { reexaminationsPage } from './reexamination.page.js';

@Controller('office/re-examinations')
export class ReexaminationController {
  constructor(
    private readonly requests: ReexaminationQueries,
    private readonly decide: DecideReexamination,
  ) {}

  @Get()
  @Access('office.read')
  async list() {
    return page('applications-office/re-examinations', reexaminationsPage(await this.rows()));
  }

  @Post(':id/decision')
  @Access('application.reexamine')
  async answer(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(ReexaminationDecisionForm) form: Submitted<ReexaminationDecisionForm>,
  ) {
    const outcome = await form.attempt(({ decision, reply }) =>
      this.decide.run(me, { requestId: id, decision, reply }),
    );
    if (outcome.done) return redirect('/office/re-examinations', 'review.reexamination.answered');
    return page(
      'applications-office/re-examinations',
      reexaminationsPage(await this.rows(), { id, form: outcome.form }),
      422,
    );
  }

  private rows() {
    return this.requests.ofRunning();
  }
}
