import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Calculations } from '../../../jobs/calculation-jobs.js';
import { ProgrammeQueries, type RoundRow } from '../../../programmes/programme.queries.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, holds } from '../../../web/actor.js';
import type { RawForm } from '../../../web/forms/parse-value.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me, RawBody, Search } from '../../../web/http/parameters.js';
import { download, page, redirect } from '../../../web/views/page.js';
import { ApplyAssignment } from '../apply-assignment.js';
import { AssignmentQueries } from '../assignment.queries.js';
import { type AssignmentPreview, AssignmentPreviews } from '../assignment-previews.js';
import { PlanAssignment } from '../plan-assignment.js';
import { RoundFactsQueries, type RoundState } from '../round-facts.js';
import { RoundQueries } from '../../rounds/round.queries.js';
import { planCsv } from './assignment-file.js';
import {
  AssignmentDecisionForm,
  AssignmentForm,
  PreviewSearch,
  readLimits,
} from './assignment.form.js';
import { type Refused, assignmentPage } from './assignment.page.js';
import { assignmentsPage } from './assignments.page.js';

@Controller('office/assignments')
export class AssignmentsController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly rounds: RoundQueries,
    private readonly assignments: AssignmentQueries,
    private readonly facts: RoundFactsQueries,
    private readonly previews: AssignmentPreviews,
    private readonly calculations: Calculations,
    private readonly planAssignment: PlanAssignment,
    private readonly applyAssignment: ApplyAssignment,
  ) {}

  @Get()
  @Access('assignment.read')
  async list() {
    const [programmes, rounds] = await Promise.all([
      this.programmes.running(),
      this.assignments.ofRunning(),
    ]);
    return page('judging/assignments', assignmentsPage({ programmes, rounds }));
  }

  @Get(':roundId')
  @Access('assignment.read')
  async show(
    @Me() me: Actor,
    @Param('roundId') id: string,
    @Search(PreviewSearch) search: Submitted<PreviewSearch>,
  ) {
    return this.page(me, id, search.ok ? search.value : { preview: null, mode: null });
  }

  @Post(':roundId/preview')
  @Access('panel.seat')
  async preview(
    @Me() me: Actor,
    @Param('roundId') id: string,
    @Form(AssignmentForm) form: Submitted<AssignmentForm>,
    @RawBody() raw: RawForm,
  ) {
    const { round, state } = await this.load(id);
    const read = readLimits(form, raw, state.seats);
    const outcome = await read.form.attempt(async ({ mode, perApplication, ...choice }) =>
      mode === 'wholePanel'
        ? null
        : this.planAssignment.run(me, round, {
            ...choice,
            perEntry: perApplication!,
            limits: read.limits,
          }),
    );
    if (!outcome.done) {
      const refused = { choice: outcome.form, decision: null };
      return this.page(me, id, { preview: null, mode: null }, refused);
    }
    if (outcome.result === null) return redirect(`/office/assignments/${id}?mode=wholePanel`);
    const job = await this.calculations.byId(outcome.result);
    return redirect(
      job?.state === 'done'
        ? `/office/assignments/${id}?preview=${job.id}`
        : `/office/jobs/${outcome.result}`,
    );
  }

  @Post(':roundId/decision')
  @Access('panel.seat')
  async decide(
    @Me() me: Actor,
    @Param('roundId') id: string,
    @Form(AssignmentDecisionForm) form: Submitted<AssignmentDecisionForm>,
  ) {
    const { round } = await this.load(id);
    const outcome = await form.attempt((value) => this.applyAssignment.run(me, round, value));
    if (outcome.done) return redirect(`/office/assignments/${id}`, 'assignment.decision.done');
    const { mode, preview } = form.value;
    const shown =
      mode === 'wholePanel'
        ? { preview: null, mode: 'wholePanel' as const }
        : { preview: form.errors.length ? null : preview, mode: null };
    return this.page(me, id, shown, { choice: null, decision: outcome.form });
  }

  @Get(':roundId/problem.json')
  @Access('assignment.read')
  async problem(
    @Param('roundId') id: string,
    @Search(PreviewSearch) search: Submitted<PreviewSearch>,
  ) {
    const { state } = await this.load(id);
    const wanted = search.ok ? search.value.preview : null;
    const problem = wanted
      ? (await this.previews.of(state, wanted))?.problem
      : state.inForce?.problem;
    if (!problem) throw missing();
    const json = `${JSON.stringify(problem, null, 2)}\n`;
    return download(json, 'application/json; charset=utf-8', 'PROBLEM.json');
  }

  @Get(':roundId/plan.csv')
  @Access('assignment.read')
  async plan(
    @Param('roundId') id: string,
    @Search(PreviewSearch) search: Submitted<PreviewSearch>,
    @Req() request: FastifyRequest,
  ) {
    const { state } = await this.load(id);
    const wanted = search.ok ? search.value.preview : null;
    const preview = wanted ? await this.previews.of(state, wanted) : null;
    if (wanted && !preview?.plan) throw missing();
    const csv = planCsv(state, preview?.pairs ?? state.present, request.lang);
    return download(csv, 'text/csv; charset=utf-8', 'assignment.csv');
  }

  private async load(id: string): Promise<{ round: RoundRow; state: RoundState }> {
    const { programmeId } = await this.rounds.byId(id);
    const round = (await this.programmes.rounds(programmeId)).find((one) => one.id === id)!;
    return { round, state: await this.facts.of(round) };
  }

  private async page(
    me: Actor,
    id: string,
    shown: Pick<PreviewSearch, 'preview' | 'mode'>,
    refused: Refused | null = null,
  ) {
    const { round, state } = await this.load(id);
    const [rows, { rules }] = await Promise.all([
      this.assignments.rounds(round.programmeId),
      this.programmes.rules(round.programmeId),
    ]);
    const mayApply = holds(me, 'CityRegistrar');
    const preview = mayApply ? await this.shown(state, shown) : null;
    const row = rows.find(({ roundId }) => roundId === id)!;
    const data = { round, row, state, trimTable: rules.trimTable, preview, mayApply };
    const none = { choice: null, decision: null };
    return page('judging/assignment', assignmentPage(data, refused ?? none), refused ? 422 : 200);
  }

  /** The preview that was asked for, or the newest one that has not been decided on. */
  private async shown(
    state: RoundState,
    { preview, mode }: Pick<PreviewSearch, 'preview' | 'mode'>,
  ): Promise<AssignmentPreview | 'wholePanel' | null> {
    if (mode === 'wholePanel') return 'wholePanel';
    if (preview) return this.previews.of(state, preview);
    const newest = await this.previews.of(state, null);
    return newest && newest.createdAt > (state.inForce?.appliedAt ?? '') ? newest : null;
  }
}
