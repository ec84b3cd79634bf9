import { Controller, Get, Param, Post } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../../rules/calendar/working-day-calendar.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { reexaminationDays } from '../division/sign-opinion.js';
import { RequestReexamination } from '../reexamination/request-reexamination.js';
import { MakeStatement } from '../statement/make-statement.js';
import { StatementQueries } from '../statement/statement.queries.js';
import { ReexaminationRequestForm } from './reexamination.form.js';
import { remedies, remedyPage } from './remedy.page.js';
import { StatementForm } from './statement.form.js';

/** An applicant's own answers to a decision: asking for re-examination, and stating its case. */
@Controller('my/applications/:id')
export class RemedyController {
  constructor(
    private readonly queries: StatementQueries,
    private readonly request: RequestReexamination,
    private readonly makeStatement: MakeStatement,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  @Get('re-examination')
  @Access('merchant')
  async ask(@Me() me: Actor, @Param('id') id: string) {
    return this.decline(me, id, unsentForm(ReexaminationRequestForm), 200);
  }

  @Post('re-examination')
  @Access('merchant')
  async send(
    @Me() me: Actor,
    @Param('id') applicationId: string,
    @Form(ReexaminationRequestForm) form: Submitted<ReexaminationRequestForm>,
  ) {
    const outcome = await form.attempt(({ statement }) =>
      this.request.run(me, { applicationId, statement }),
    );
    if (!outcome.done) return this.decline(me, applicationId, outcome.form, 422);
    return redirect(`/my/applications/${applicationId}`, 'review.reexamination.sent');
  }

  @Get('screening-statement')
  @Access('merchant')
  async state(@Me() me: Actor, @Param('id') id: string) {
    return this.screening(me, id, unsentForm(StatementForm), 200);
  }

  @Post('screening-statement')
  @Access('merchant')
  async file(
    @Me() me: Actor,
    @Param('id') applicationId: string,
    @Form(StatementForm) form: Submitted<StatementForm>,
  ) {
    const outcome = await form.attempt(({ statement }) =>
      this.makeStatement.run(me, { applicationId, statement }),
    );
    if (!outcome.done) return this.screening(me, applicationId, outcome.form, 422);
    return redirect(`/my/applications/${applicationId}`, 'review.statement.sent');
  }

  private async decline(me: Actor, id: string, form: Submitted<object>, status: number) {
    const remedy = await this.queries.declineRemedy(id, merchantOf(me) ?? '');
    if (!remedy) throw missing();
    const calendar = await this.workingDays.calendar();
    const dueOn =
      remedy.state === remedies.decline.state
        ? addWorkingDays(calendar, beijingDate(remedy.since), reexaminationDays)
        : null;
    const rows = { id, remedy, dueOn, today: beijingDate(this.clock.now()) };
    return page('applications-office/remedy', remedyPage(remedies.decline, rows, form), status);
  }

  private async screening(me: Actor, id: string, form: Submitted<object>, status: number) {
    const remedy = await this.queries.screeningRemedy(id, merchantOf(me) ?? '');
    if (!remedy) throw missing();
    const rows = { id, remedy, dueOn: remedy.dueOn, today: beijingDate(this.clock.now()) };
    return page('applications-office/remedy', remedyPage(remedies.screening, rows, form), status);
  }
}
