import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { defenceDayOf } from '../../rules/hall/defence-day.js';
import { phaseOf } from '../../rules/hall/hall-clock.js';
import { revealStep } from '../../rules/hall/score-reveal.js';
import { conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { ChairQueries, type ChairedRound } from '../chair/chair.queries.js';
import { DrawQueries } from '../draws/draw.queries.js';
import { holdOpen } from '../rounds/round-gate.js';
import { HallQueries } from './hall.queries.js';
import { hallPath } from './hall-path.js';
import { RevealQueries } from './reveal.queries.js';
import { ScoreReveal } from './score-reveal.entity.js';

/**
 * The chair shows what all judges gave to a merchant who was heard, at once and once, where the rules of
 * the programme say so. Where they do not, there is no such act.
 */
@Injectable()
export class RevealScores {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly chairs: ChairQueries,
    private readonly hall: HallQueries,
    private readonly queries: RevealQueries,
    private readonly draws: DrawQueries,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { roundId, place }: { readonly roundId: string; readonly place: number },
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.chaired(actor, roundId);
      const { programmeId } = await holdOpen(this.database, roundId);
      // Whoever replaces the chair or signs a sheet holds the round: both may have happened meanwhile.
      const { seatId } = await this.chaired(actor, roundId);
      const { rules } = await this.programmes.rules(programmeId);
      const turn = (await this.hall.turns(roundId)).find((one) => one.place === place);
      if (!turn || !defenceDayOf(rules).reveal) throw missing();
      const { applicationId } = turn;
      if ((await this.chairs.keptFrom(seatId)).has(applicationId)) throw missing();
      if (phaseOf(turn.acts) !== 'finished') throw conflict('hall.reveal.notHeard');
      const facts = (await this.queries.facts(roundId)).find(
        (one) => one.applicationId === applicationId,
      );
      const step = facts ? revealStep(facts, rules.trimTable) : 'sealed';
      if (step !== 'ready') throw conflict(`hall.reveal.not.${step}`);
      const { sheets } = facts!;
      const reveal = { id: newId(), roundId, applicationId, sheets };
      await this.database.repo(ScoreReveal).insert({
        ...reveal,
        revealedBy: actor.accountId,
        revealedAt: this.clock.now(),
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Chair',
        event: 'round.revealScores',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: { turn: place, applicationId, sheets: sheets.length },
      });
      const supervisors = await this.draws.supervisors(programmeId);
      await this.notify.accounts(supervisors, {
        kind: 'scoresRevealed',
        variables: { place },
        path: hallPath(roundId),
      });
    });
  }

  private async chaired({ accountId }: Actor, roundId: string): Promise<ChairedRound> {
    const rounds = await this.chairs.chaired(accountId);
    const own = rounds.find((one) => one.roundId === roundId);
    if (own?.kind !== 'defence') throw missing();
    return own;
  }
}
