import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Refusal, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { Ballot } from './ballot.entity.js';
import { StandingQueries } from './standing.queries.js';
import { lockStandings } from './lock-standings.js';

/** Counts of the committee's secret ballot between tied applications; the standings are then computed anew. */
@Injectable()
export class RecordBallot {
  constructor(
    private readonly database: Database,
    private readonly standings: StandingQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    input: {
      readonly categoryId: string;
      readonly votes: Readonly<Record<string, number>>;
      readonly minutes: string;
    },
  ): Promise<void> {
    const actorRole = actingRole(actor, ['CityRegistrar']);
    return this.database.transaction(async () => {
      await lockStandings(this.database, input.categoryId);
      const lock = await this.standings.current(input.categoryId);
      if (!lock) throw missing();
      actingRole(actor, [actorRole], lock.programmeId);
      const ties = await this.standings.openTies(lock.id);
      const tie = ties.find((group) => group.every((receipt) => receipt in input.votes));
      if (!tie || Object.keys(input.votes).length !== tie.length) {
        throw new Refusal('awards.ballot.otherTie');
      }
      const id = newId();
      await this.database.repo(Ballot).insert({
        id,
        categoryId: input.categoryId,
        votes: { ...input.votes },
        minutes: input.minutes,
        recordedBy: actor.accountId,
        recordedAt: this.clock.now(),
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'standings.ballot',
        subjectType: 'category',
        subjectId: input.categoryId,
        programmeId: lock.programmeId,
        details: { ballot: id, votes: input.votes },
      });
    });
  }
}
