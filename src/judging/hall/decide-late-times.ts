import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { follows } from '../../rules/hall/late-clock.js';
import { conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { holdOpen } from '../rounds/round-gate.js';
import { HallQueries } from './hall.queries.js';
import { turnPath } from './hall-path.js';
import { KEEPERS } from './keepers.js';
import { LateClockEntry } from './late-clock-entry.entity.js';
import { takeHall } from './take-hall.js';

/** A second person has looked at times that were entered afterwards: they stand, or count no longer. */
@Injectable()
export class DecideLateTimes {
  constructor(
    private readonly database: Database,
    private readonly queries: HallQueries,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    where: { readonly roundId: string; readonly place: number; readonly number: number },
    accepted: boolean,
  ): Promise<void> {
    actingRole(actor, KEEPERS);
    const { roundId, place, number } = where;
    await this.database.transaction(async () => {
      const { programmeId } = await takeHall(this.database, roundId);
      const actorRole = actingRole(actor, KEEPERS, programmeId);
      await holdOpen(this.database, roundId);
      const turn = (await this.queries.turns(roundId)).find((one) => one.place === place);
      if (!turn) throw missing();
      const entries = this.database.repo(LateClockEntry);
      const entry = await entries.findOneBy({ turnId: turn.id, number });
      if (!entry) throw missing();
      if (entry.decidedAt !== null) throw conflict('hall.late.decidedAlready');
      requireSecondPerson(actor, entry.enteredBy, entry.id);
      const rest = turn.acts.filter(({ lateEntryId }) => lateEntryId !== entry.id);
      // What came after may rest on it, such as the end of a speech whose start was entered.
      if (!accepted && !follows(rest)) throw conflict('hall.late.needed');
      const decided = {
        accepted: accepted ? 1 : 0,
        decidedBy: actor.accountId,
        decidedAt: this.clock.now(),
      };
      await entries.save(Object.assign(entry, decided));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'round.decideLateTimes',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: { turn: place, number, accepted },
      });
      await this.notify.accounts([entry.enteredBy], {
        kind: accepted ? 'lateTimesAccepted' : 'lateTimesDeclined',
        variables: { place },
        path: turnPath(roundId, place),
      });
    });
  }
}
