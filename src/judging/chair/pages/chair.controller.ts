import { Controller, Get, Param, Post } from '@nestjs/common';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { RoundProgressQueries } from '../../rounds/round-progress.queries.js';
import { RoundQueries } from '../../rounds/round.queries.js';
import { SpreadQueries } from '../../rounds/spread.queries.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';
import { HallQueries } from '../../hall/hall.queries.js';
import { RevealQueries } from '../../hall/reveal.queries.js';
import { RevealScores } from '../../hall/reveal-scores.js';
import { placeOf } from '../../hall/pages/place-of.js';
import { ChairQueries, type ChairedRound } from '../chair.queries.js';
import { ClaimTooShort } from '../claim-too-short.js';
import { RecordMinute } from '../record-minute.js';
import { MinuteForm } from './chair.form.js';
import { chairPage } from './chair.page.js';

/** The room of whoever chairs a panel, and what every judge may say about the time. */
@Controller('judging')
export class ChairController {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly queries: ChairQueries,
    private readonly progress: RoundProgressQueries,
    private readonly spread: SpreadQueries,
    private readonly recordMinute: RecordMinute,
    private readonly claimTooShort: ClaimTooShort,
    private readonly programmes: ProgrammeQueries,
    private readonly hall: HallQueries,
    private readonly reveals: RevealQueries,
    private readonly revealScores: RevealScores,
  ) {}

  @Get('chair/:id')
  @Access('judge')
  show(@Me() me: Actor, @Param('id') id: string) {
    return this.page(me, id, unsentForm(MinuteForm));
  }

  @Post('chair/:id')
  @Access('judge')
  async record(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(MinuteForm) form: Submitted<MinuteForm>,
  ) {
    const outcome = await form.attempt((value) => this.recordMinute.run(me, id, value));
    if (!outcome.done) return this.page(me, id, outcome.form, 422);
    return redirect(`/judging/chair/${id}`, 'judging.chair.recorded');
  }

  /** The points of whoever was heard at a place, all at once, on the board of the hall. */
  @Post('chair/:id/reveals/:place')
  @Access('judge')
  async reveal(@Me() me: Actor, @Param('id') roundId: string, @Param('place') place: string) {
    await this.revealScores.run(me, { roundId, place: placeOf(place) });
    return redirect(`/judging/chair/${roundId}`, 'hall.reveal.done');
  }

  @Post('rounds/:id/time')
  @Access('judge')
  async claim(@Me() me: Actor, @Param('id') id: string) {
    return redirect('/judging', `judging.time.${await this.claimTooShort.run(me, id)}`);
  }

  private async page(me: Actor, id: string, form: Submitted<MinuteForm>, status = 200) {
    const own = (await this.queries.chaired(me.accountId)).find(({ roundId }) => roundId === id);
    if (!own) throw missing();
    const round = await this.rounds.row(id);
    const [seats, voices, all, minutes, keptFrom] = await Promise.all([
      this.progress.seats(id),
      this.queries.voices(id, own.closesOn),
      this.spread.results(round),
      this.queries.minutes(id),
      this.queries.keptFrom(own.seatId),
    ]);
    const results = all && all.filter(({ applicationId }) => !keptFrom.has(applicationId));
    const reveal = own.kind === 'defence' ? await this.revealData(own, keptFrom) : null;
    const data = { round: { ...own, blind: round.blind }, seats, voices, results, minutes, reveal };
    return page('judging/chair', chairPage(data, form), status);
  }

  private async revealData(
    { roundId, programmeId, state }: ChairedRound,
    keptFrom: ReadonlySet<string>,
  ) {
    const [turns, facts, { rules }] = await Promise.all([
      this.hall.turns(roundId),
      this.reveals.facts(roundId),
      this.programmes.rules(programmeId),
    ]);
    return { roundId, open: roundIn.open.has(state), turns, facts, keptFrom, rules };
  }
}
