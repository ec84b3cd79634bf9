import { Controller, Get, Param, Post } from '@nestjs/common';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, holds } from '../../../web/actor.js';
import { attemptMerging } from '../../../web/forms/merge-form.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { AddExpert } from '../add-expert.js';
import { EditExpert } from '../edit-expert.js';
import { ExpertQueries } from '../expert.queries.js';
import { EditExpertForm, NewExpertForm } from './expert.form.js';
import { expertAddedPage, expertPage, expertsPage } from './expert.page.js';

@Controller('office/experts')
export class ExpertController {
  constructor(
    private readonly experts: ExpertQueries,
    private readonly addExpert: AddExpert,
    private readonly editExpert: EditExpert,
  ) {}

  @Get()
  @Access('office.read')
  async list(@Me() me: Actor) {
    const mayEdit = holds(me, 'CityRegistrar');
    const experts = await this.experts.all();
    return page('judging/experts', expertsPage(experts, unsentForm(NewExpertForm), mayEdit));
  }

  @Post()
  @Access('panel.seat')
  async add(@Me() me: Actor, @Form(NewExpertForm) form: Submitted<NewExpertForm>) {
    const outcome = await form.attempt((value) => this.addExpert.run(me, value));
    if (!outcome.done) {
      return page(
        'judging/experts',
        expertsPage(await this.experts.all(), outcome.form, true),
        422,
      );
    }
    return page('judging/expert-added', expertAddedPage(form.value.name, outcome.result.oneTime));
  }

  @Get(':id')
  @Access('panel.seat')
  async show(@Param('id') id: string) {
    const expert = await this.experts.byId(id);
    if (!expert) throw missing();
    return page(
      'judging/expert',
      expertPage(id, expert.name, unsentForm(EditExpertForm, { ...expert })),
    );
  }

  @Post(':id')
  @Access('panel.seat')
  async edit(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(EditExpertForm) form: Submitted<EditExpertForm>,
  ) {
    const expert = await this.experts.byId(id);
    if (!expert) throw missing();
    const outcome = await attemptMerging(form, (value) => this.editExpert.run(me, id, value));
    if (!outcome.done) {
      const newest = outcome.status === 409 ? await this.experts.byId(id) : null;
      return page(
        'judging/expert',
        expertPage(id, expert.name, outcome.form, newest),
        outcome.status,
      );
    }
    return redirect('/office/experts', 'judging.expert.saved');
  }
}
