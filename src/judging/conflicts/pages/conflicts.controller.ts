import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, holds } from '../../../web/actor.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { ConflictQueries } from '../conflict.queries.js';
import { DecideConflict } from '../decide-conflict.js';
import { conflictsPage } from './conflicts.page.js';
import { DecisionForm } from '../../panel/pages/panel.form.js';

@Controller('office/conflicts')
export class ConflictsController {
  constructor(
    private readonly conflicts: ConflictQueries,
    private readonly decideConflict: DecideConflict,
  ) {}

  @Get()
  @Access('office.read')
  async list(@Me() me: Actor) {
    return page('judging/conflicts', conflictsPage(await this.rows(), mayDecide(me), null));
  }

  @Post(':id/decision')
  @Access('panel.seat')
  async decide(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(DecisionForm) form: Submitted<DecisionForm>,
  ) {
    const outcome = await form.attempt((value) => this.decideConflict.run(me, id, value));
    if (!outcome.done) {
      const refused = { id, form: outcome.form };
      return page(
        'judging/conflicts',
        conflictsPage(await this.rows(), mayDecide(me), refused),
        422,
      );
    }
    return redirect('/office/conflicts', 'judging.conflicts.saved');
  }

  private rows() {
    return this.conflicts.ofRunning();
  }
}

function mayDecide(me: Actor): boolean {
  return holds(me, 'CityRegistrar');
}
