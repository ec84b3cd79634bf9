import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DiagnosticsQueries } from '../../../judging/diagnostics/diagnostics.queries.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, holds } from '../../../web/actor.js';
import type { RawForm } from '../../../web/forms/parse-value.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { ComputeStandings } from '../compute-standings.js';
import { ConfirmStandings } from '../confirm-standings.js';
import { GatherInputs } from '../gather-inputs.js';
import { LockReadiness } from '../lock-readiness.js';
import { RecordBallot } from '../record-ballot.js';
import { UnlockQueries } from '../unlock.queries.js';
import { RelockQueries } from '../relock.queries.js';
import { StandingQueries } from '../standing.queries.js';
import { UnlockStandings } from '../unlock-standings.js';
import { WitnessLock } from '../witness-lock.js';
import { readVotes } from './read-votes.js';
import { RankingTable } from './ranking-table.js';
import { HashForm, compared } from '../../pages/compared-hash.js';
import { BallotForm, ComputeForm, UnlockForm } from './standings.form.js';
import { standingsPage } from './standings.page.js';
import { lockIn } from '../../../rules/lifecycle/record-states.js';

@Controller('office/standings')
export class StandingsController {
  constructor(
    private readonly standings: StandingQueries,
    private readonly relocks: RelockQueries,
    private readonly unlocks: UnlockQueries,
    private readonly gather: GatherInputs,
    private readonly readiness: LockReadiness,
    private readonly diagnostics: DiagnosticsQueries,
    private readonly ranking: RankingTable,
    private readonly compute: ComputeStandings,
    private readonly confirm: ConfirmStandings,
    private readonly witness: WitnessLock,
    private readonly unlock: UnlockStandings,
    private readonly ballot: RecordBallot,
  ) {}

  @Get(':categoryId')
  @Access('standings.read')
  async show(@Req() request: FastifyRequest, @Param('categoryId') categoryId: string) {
    return this.page(request, categoryId);
  }

  @Post(':categoryId/computation')
  @Access('standings.lock')
  async createComputation(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Param('categoryId') categoryId: string,
    @Form(ComputeForm) form: Submitted<ComputeForm>,
  ) {
    const outcome = await form.attempt(({ spreadNote }) =>
      this.compute.run(me, { categoryId, spreadNote }),
    );
    if (!outcome.done) return this.page(request, categoryId, outcome.form);
    return redirect(`/office/standings/${categoryId}`, 'awards.lock.computed');
  }

  @Post(':categoryId/confirmation')
  @Access('standings.lock')
  async createConfirmation(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Param('categoryId') categoryId: string,
    @Form(HashForm) form: Submitted<HashForm>,
  ) {
    const lock = await this.standings.current(categoryId);
    const outcome = await compared(form).attempt(({ hash }) =>
      this.confirm.run(me, { lockId: lock?.id ?? '', hash: hash ?? '' }),
    );
    if (!outcome.done) return this.page(request, categoryId, outcome.form);
    return redirect(`/office/standings/${categoryId}`, 'awards.lock.confirmed');
  }

  @Post(':categoryId/lock')
  @Access('witness')
  async createLock(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Param('categoryId') categoryId: string,
    @Form(ComputeForm) form: Submitted<ComputeForm>,
  ) {
    const lock = await this.standings.current(categoryId);
    const outcome = await form.attempt(() => this.witness.run(me, { lockId: lock?.id ?? '' }));
    if (!outcome.done) return this.page(request, categoryId, outcome.form);
    return redirect(`/office/standings/${categoryId}`, 'awards.lock.locked');
  }

  @Post(':categoryId/unlocking')
  @Access('standings.read')
  async createUnlocking(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Param('categoryId') categoryId: string,
    @Form(UnlockForm) form: Submitted<UnlockForm>,
  ) {
    const lock = await this.openable(categoryId);
    const outcome = await form.attempt(({ reason }) =>
      this.unlock.run(me, { lockId: lock?.id ?? '', reason }),
    );
    if (!outcome.done) return this.page(request, categoryId, outcome.form);
    return redirect(`/office/standings/${categoryId}`, 'awards.unlock.recorded');
  }

  @Post(':categoryId/ballots')
  @Access('programme.prepare')
  async createBallot(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Param('categoryId') categoryId: string,
    @Form(BallotForm) form: Submitted<BallotForm>,
    @RawBody() raw: RawForm,
  ) {
    const outcome = await form.attempt(({ minutes }) =>
      this.ballot.run(me, { categoryId, minutes, votes: readVotes(raw) }),
    );
    if (!outcome.done) return this.page(request, categoryId, outcome.form);
    return redirect(`/office/standings/${categoryId}`, 'awards.ballot.recorded');
  }

  /** A re-review is opened in the version in force, whatever waits beside it. */
  private async openable(categoryId: string) {
    const { length } = await this.relocks.toReopen(categoryId);
    return length ? this.standings.inForce(categoryId) : this.standings.current(categoryId);
  }

  private async page(
    request: FastifyRequest,
    categoryId: string,
    sent: Submitted<object> | null = null,
  ) {
    const category = await this.standings.category(categoryId);
    const lock = await this.standings.current(categoryId);
    const locked = lockIn.locked.has(lock?.state) ? lock : null;
    const table = locked ? await this.ranking.of(locked.id, categoryId, request.lang) : null;
    const replaces = await this.relocks.replacedBy(categoryId);
    const counting = holds(request.actor, 'Tabulator') && (!locked || replaces !== null);
    const gathered = counting ? await this.gather.run(categoryId) : null;
    const rows = {
      category,
      lock,
      obstacles: gathered ? await this.readiness.obstacles(gathered) : [],
      spreads: gathered ? await this.readiness.openSpreads(gathered) : [],
      ties:
        lock && holds(request.actor, 'CityRegistrar') ? await this.standings.openTies(lock.id) : [],
      signals: locked ? await this.diagnostics.passedOn(categoryId) : [],
      differences: locked ? await this.relocks.differences(locked) : [],
      replaces,
      openable: await this.openable(categoryId),
      reopening: await this.relocks.toReopen(categoryId),
      unlocks: await this.unlocks.ofCategory(categoryId),
      table,
    };
    return page('awards/standings', standingsPage(rows, sent), sent ? 422 : 200);
  }
}
