import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { HandleChange } from '../changes/handle-change.js';
import { TitleChangeQueries } from '../changes/title-change.queries.js';
import { HandleChangeForm } from './changes.form.js';
import { officeChangesPage } from './changes.page.js';

@Controller('office/titles/changes')
export class ChangesController {
  constructor(
    private readonly changes: TitleChangeQueries,
    private readonly handleChange: HandleChange,
  ) {}

  @Get()
  @Access('title.read')
  async index() {
    return page('awards/office-changes', officeChangesPage(await this.changes.all(), null));
  }

  @Post(':id')
  @Access('title.keep')
  async createAnswer(
    @Me() me: Actor,
    @Param('id') changeId: string,
    @Form(HandleChangeForm) form: Submitted<HandleChangeForm>,
  ) {
    const outcome = await form.attempt(({ answer, reply }) =>
      this.handleChange.run(me, { changeId, answer, reply }),
    );
    if (outcome.done) return redirect('/office/titles/changes', 'awards.change.handled');
    const refused = { id: changeId, form: outcome.form };
    const rows = await this.changes.all();
    return page('awards/office-changes', officeChangesPage(rows, refused), 422);
  }
}
