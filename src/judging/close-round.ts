import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import type { Actor } from '../web/actor.js';
import { missing } from '../rules/refusal.js';
import { AdvanceProgramme, refuseUnfinished } from './advance-programme.js';
import { holdOpen } from './round-gate.js';

/**
 * States that a round is complete: every sheet signed, no spread flag open. The sheets are closed by
 * their signatures; the scores are locked by two tabulators later, with the standings.
 */
@Injectable()
export class CloseRound {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly advance: AdvanceProgramme,
  ) {}

  async run(actor: Actor, roundId: string): Promise<void> {
    await this.database.transaction(async () => {
      const round = await holdOpen(this.database, roundId);
      const work = await this.advance.work(round.programmeId);
      const own = work.find((one) => one.round.id === roundId);
      if (!own) throw missing();
      refuseUnfinished([own]);
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
      await this.advance.afterClosing(actor, round.programmeId);
    });
  }
}
