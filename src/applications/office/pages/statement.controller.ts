import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { AnswerStatement } from '../statement/answer-statement.js';
import { StatementQueries } from '../statement/statement.queries.js';
import { StatementAnswerForm } from './statement.form.js';
import { statementsPage } from './statement.page.js';

@Controller('office/statements')
export class StatementController {
  constructor(
    private readonly statements: StatementQueries,
    private readonly answerStatement: AnswerStatement,
  ) {}

  @Get()
  @Access('office.read')
  async list() {
    return page('applications-office/statements', statementsPage(await this.rows()));
  }

  @Post(':id/reply')
  @Access('application.reexamine')
  async answer(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(StatementAnswerForm) form: Submitted<StatementAnswerForm>,
  ) {
    const outcome = await form.attempt((value) =>
      this.answerStatement.run(me, Object.assign({ statementId: id }, value)),
    );
    if (outcome.done) return redirect('/office/statements', 'review.statement.replied');
    const model = statementsPage(await this.rows(), { id, form: outcome.form });
    return page('applications-office/statements', model, 422);
  }

  private rows() {
    return this.statements.ofRunning();
  }
}
