import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeGuards } from '../../../programmes/programme-guards.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { ApproveList } from '../approve-list.js';
import { AwardListQueries } from '../award-list.queries.js';
import { CancelApplication } from '../cancel-application.js';
import { ClosePublicity } from '../close-publicity.js';
import { ConcludeDeliberation } from '../conclude-deliberation.js';
import { CorrectProposedList } from '../correct-proposed-list.js';
import { VetoHitQueries } from '../veto-hit.queries.js';
import { CreditGate } from '../credit-gate.js';
import { FileStatement } from '../file-statement.js';
import { ReReviewQueries, unposted } from '../../objections/re-review.queries.js';
import { StandingQueries } from '../../standings/standing.queries.js';
import { ConferTitles } from '../../titles/confer-titles.js';
import {
  ApprovalForm,
  CancelForm,
  CorrectionForm,
  MinutesForm,
  NoFields,
  StatementForm,
} from './lists.form.js';
import { listsPage } from './lists.page.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { renewalPoint } from '../../../rules/lifecycle/check-point.js';

@Controller('office/lists')
export class ListsController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly guards: ProgrammeGuards,
    private readonly lists: AwardListQueries,
    private readonly standings: StandingQueries,
    private readonly credit: CreditGate,
    private readonly reReviews: ReReviewQueries,
    private readonly vetoHits: VetoHitQueries,
    private readonly conclude: ConcludeDeliberation,
    private readonly correct: CorrectProposedList,
    private readonly fileStatement: FileStatement,
    private readonly close: ClosePublicity,
    private readonly approve: ApproveList,
    private readonly cancel: CancelApplication,
    private readonly confer: ConferTitles,
  ) {}

  @Get(':programmeId')
  @Access('list.read')
  async show(@Param('programmeId') id: string) {
    return this.page(id);
  }

  @Post(':programmeId/deliberation')
  @Access('programme.prepare')
  async createDeliberation(
    @Me() me: Actor,
    @Param('programmeId') programmeId: string,
    @Form(MinutesForm) form: Submitted<MinutesForm>,
  ) {
    const outcome = await form.attempt(({ minutes, cutLineRead }) =>
      this.conclude.run(me, { programmeId, minutes, cutLineRead }),
    );
    if (!outcome.done) return this.page(programmeId, outcome.form);
    return redirect(`/office/lists/${programmeId}`, 'awards.list.proposed');
  }

  @Post(':programmeId/corrections')
  @Access('programme.prepare')
  async createCorrection(
    @Me() me: Actor,
    @Param('programmeId') programmeId: string,
    @Form(CorrectionForm) form: Submitted<CorrectionForm>,
  ) {
    const outcome = await form.attempt(({ correction }) =>
      this.correct.run(me, { programmeId, minutes: correction }),
    );
    if (!outcome.done) return this.page(programmeId, outcome.form);
    return redirect(`/office/lists/${programmeId}`, 'awards.correct.done');
  }

  @Post(':programmeId/closing')
  @Access('objection.handle')
  async createClosing(
    @Me() me: Actor,
    @Param('programmeId') programmeId: string,
    @Form(NoFields) form: Submitted<NoFields>,
  ) {
    const outcome = await form.attempt(() => this.close.run(me, { programmeId }));
    if (!outcome.done) return this.page(programmeId, outcome.form);
    return redirect(`/office/lists/${programmeId}`, 'awards.list.closed');
  }

  @Post(':programmeId/statement')
  @Access('supervise')
  async createStatement(
    @Me() me: Actor,
    @Param('programmeId') programmeId: string,
    @Form(StatementForm) form: Submitted<StatementForm>,
  ) {
    const outcome = await form.attempt(({ statement }) =>
      this.fileStatement.run(me, { programmeId, statement }),
    );
    if (!outcome.done) return this.page(programmeId, outcome.form);
    return redirect(`/office/lists/${programmeId}`, 'awards.statement.recorded');
  }

  @Post(':programmeId/approval')
  @Access('list.approve')
  async createApproval(
    @Me() me: Actor,
    @Param('programmeId') programmeId: string,
    @Form(ApprovalForm) form: Submitted<ApprovalForm>,
  ) {
    const outcome = await form.attempt(({ approval }) =>
      this.approve.run(me, { programmeId, minutes: approval }),
    );
    if (!outcome.done) return this.page(programmeId, outcome.form);
    return redirect(`/office/lists/${programmeId}`, 'awards.list.approved');
  }

  @Post(':programmeId/cancellations')
  @Access('list.approve')
  async createCancellation(
    @Me() me: Actor,
    @Param('programmeId') programmeId: string,
    @Form(CancelForm) form: Submitted<CancelForm>,
  ) {
    const outcome = await form.attempt(({ hearing, ...value }) =>
      this.cancel.run(me, { programmeId, ...value, hearingHeld: hearing }),
    );
    if (!outcome.done) return this.page(programmeId, outcome.form);
    return redirect(`/office/lists/${programmeId}`, 'awards.cancel.done');
  }

  @Post(':programmeId/titles')
  @Access('title.confer')
  async createTitles(
    @Me() me: Actor,
    @Param('programmeId') programmeId: string,
    @Form(NoFields) form: Submitted<NoFields>,
  ) {
    const outcome = await form.attempt(() => this.confer.run(me, { programmeId }));
    if (!outcome.done) return this.page(programmeId, outcome.form);
    const variables = { count: outcome.result };
    return redirect(`/office/lists/${programmeId}`, 'awards.confer.done', variables);
  }

  private async page(programmeId: string, sent: Submitted<object> | null = null) {
    const programme = await this.programmes.byId(programmeId);
    const [categories, lists, outcomes, hits, cancellable] = await Promise.all([
      this.standings.overview(programmeId),
      this.lists.ofProgramme(programmeId),
      this.lists.outcomes(programmeId),
      this.vetoHits.confirmed(programmeId),
      this.lists.cancellable(programmeId),
    ]);
    const vetoRules = programme.ruleVersionId
      ? (await this.programmes.rules(programmeId)).rules.vetoRules
      : [];
    const listed = outcomes.filter(
      ({ outcome, state }) => outcome === 'proposed' && applicationIn.awaitsOutcome.has(state),
    );
    const point = renewalPoint(programme.state);
    const blockers = await this.credit.blockers(listed, point);
    const findings = await this.guards.findings(programmeId);
    const corrected = unposted(await this.reReviews.ofProgramme(programmeId)).map(
      ({ merchantName }) => merchantName,
    );
    const rows = {
      programme,
      findings,
      categories,
      lists,
      blockers,
      hits,
      corrected,
      cancellable,
      vetoRules,
    };
    return page('awards/lists', listsPage(rows, sent), sent ? 422 : 200);
  }
}

/** From the lock to conferment, a renewed credit query is still needed. */
