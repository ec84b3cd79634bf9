import { Controller, Get, Param, Post } from '@nestjs/common';
import { ShowList } from '../../../accounts/show-list.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, holds } from '../../../web/actor.js';
import { attemptMerging } from '../../../web/forms/merge-form.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { ListVisit, type ListVisitor } from '../../../web/http/list-visitor.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { ListReader } from '../../../web/lists/list-reader.js';
import { page, redirect } from '../../../web/views/page.js';
import { AddExpert } from '../add-expert.js';
import { EditExpert } from '../edit-expert.js';
import { expertList } from '../expert-list.js';
import { ExpertQueries } from '../expert.queries.js';
import { EditExpertForm, NewExpertForm } from './expert.form.js';
import { expertAddedPage, expertPage, expertsPage } from './expert.page.js';

@Controller('office/experts')
export class ExpertController {
  constructor(
    private readonly experts: ExpertQueries,
    private readonly addExpert: AddExpert,
    private readonly editExpert: EditExpert,
    private readonly showList: ShowList,
    private readonly lists: ListReader,
    private readonly programmes: ProgrammeQueries,
  ) {}

  @Get()
  @Access('office.read')
  async list(@Me() me: Actor, @ListVisit() visitor: ListVisitor) {
    const mayEdit = holds(me, 'CityRegistrar');
    const names = await this.programmes.categoryNames();
    return this.showList.run(
      visitor,
      expertList(mayEdit, names),
      'judging.experts.title',
      (found) =>
        page('judging/experts', expertsPage(found, unsentForm(NewExpertForm), mayEdit, names)),
    );
  }

  @Post()
  @Access('panel.seat')
  async add(@Me() me: Actor, @Form(NewExpertForm) form: Submitted<NewExpertForm>) {
    const outcome = await form.attempt((value) => this.addExpert.run(me, value));
    if (!outcome.done) {
      const names = await this.programmes.categoryNames();
      const found = await this.lists.page(expertList(true, names), {});
      return page('judging/experts', expertsPage(found, outcome.form, true, names), 422);
    }
    return page('judging/expert-added', expertAddedPage(form.value.name, outcome.result.oneTime));
  }

  @Get(':id')
  @Access('panel.seat')
  async show(@Param('id') id: string, @ListVisit() visitor: ListVisitor) {
    const expert = await this.experts.byId(id);
    if (!expert) throw missing();
    const form = unsentForm(EditExpertForm, { ...expert });
    const names = await this.programmes.categoryNames();
    const shown = page('judging/expert', expertPage(id, expert.name, form, names));
    return this.showList.walk(visitor, id, () => Promise.resolve(expertList(true, names)), shown);
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
        expertPage(id, expert.name, outcome.form, await this.programmes.categoryNames(), newest),
        outcome.status,
      );
    }
    return redirect('/office/experts', 'judging.expert.saved');
  }
}
