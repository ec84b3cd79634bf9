import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { ApplicationStateQueries } from '../../../applications/application-states.queries.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { attemptMerging } from '../../../web/forms/merge-form.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { NoticeDraftQueries } from '../../notices/notice-draft.queries.js';
import { DecideTermination } from '../decide-termination.js';
import { TerminationForm } from './termination.form.js';
import { terminationPage } from './termination.page.js';

@Controller('office/programmes/:id/termination')
export class TerminationController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly states: ApplicationStateQueries,
    private readonly drafts: NoticeDraftQueries,
    private readonly decide: DecideTermination,
  ) {}

  @Get()
  @Access('programme.approve')
  async show(@Param('id') id: string) {
    return this.page(id, unsentForm(TerminationForm), 200);
  }

  @Post()
  @Access('programme.approve')
  async create(
    @Me() me: Actor,
    @Param('id') programmeId: string,
    @Form(TerminationForm) form: Submitted<TerminationForm>,
  ) {
    const outcome = await attemptMerging(form, ({ ground, reason, version }) =>
      this.decide.run(me, { programmeId, ground, reason, version }),
    );
    if (!outcome.done) return this.page(programmeId, outcome.form, outcome.status);
    return redirect(`/office/notices/${outcome.result.draftId}`, 'programmes.termination.decided');
  }

  private async page(id: string, form: Submitted<TerminationForm>, status: number) {
    const programme = await this.programmes.byId(id);
    const states = await this.states.of(id);
    const drafts = await this.drafts.all();
    const draft = drafts.find((one) => one.programmeId === id && one.kind === 'termination');
    const rows = { programme, states, draftId: draft?.id ?? null, overtaken: status === 409 };
    const model = terminationPage(rows, form);
    return page('awards/termination', model, status);
  }
}
