import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { RoundWorks } from './round-work.js';
import { Round } from '../../programmes/round.entity.js';
import { conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { AdvanceProgramme, refuseUnfinished } from './advance-programme.js';
import { FreezeFlags } from './freeze-flags.js';
import { holdOpen } from './round-gate.js';
import { RoundQueries } from './round.queries.js';
import { lockRound } from './lock-round.js';

/**
 * States that a round is complete: every sheet signed, no spread flag open. The sheets are closed by
 * their signatures; the scores are locked by two tabulators later, with the standings.
 */
@Injectable()
export class CloseRound {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly rounds: RoundQueries,
    private readonly works: RoundWorks,
    private readonly advance: AdvanceProgramme,
    private readonly clock: Clock,
    private readonly freeze: FreezeFlags,
  ) {}

  async run(actor: Actor, roundId: string): Promise<void> {
    return this.database.transaction(async () => {
      await lockRound(this.database, roundId);
      const { programmeId, kind } = await this.rounds.byId(roundId);
      const own = (await this.works.of(programmeId)).find(({ round }) => round.id === roundId);
      if (!own) {
        // Nobody is judged in it any more: whoever comes after the lock hears that, and not that it is nowhere.
        await holdOpen(this.database, roundId);
        throw missing();
      }
      refuseUnfinished([own]);
      const due = await this.advance.beforeClosing(programmeId, kind);
      const round = await holdOpen(this.database, roundId);
      if (round.closedAt) throw conflict('judging.round.closedAlready');
      await this.freeze.run(round);
      await this.database.repo(Round).save(Object.assign(round, { closedAt: this.clock.now() }));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'round.close',
        subjectType: 'round',
        subjectId: roundId,
        programmeId: round.programmeId,
        details: { sheets: own.sheets },
        changesPublicPages: true,
      });
      await this.advance.take(actor, programmeId, due);
    });
  }
}
