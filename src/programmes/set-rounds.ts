import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { Refusal, conflict, missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from '../web/acting-role.js';
import { requireRunning } from './load-programme.js';
import { lockRounds } from './lock-rounds.js';
import { Round, type Visibility } from './round.entity.js';
import { roundIn } from '../rules/lifecycle/round-groups.js';

export interface RoundInput {
  readonly id: string;
  readonly version: number;
  readonly blind: boolean;
  readonly repeats: boolean;
  readonly otherScores: Visibility;
  readonly opensOn: string;
  readonly closesOn: string;
}

/** Sets who sees what in each round and its days, while the round has not begun. */
@Injectable()
export class SetRounds {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run(
    actor: Actor,
    given: { readonly programmeId: string; readonly rounds: readonly RoundInput[] },
  ): Promise<void> {
    const { programmeId } = given;
    const role = actingRole(actor, ['CityRegistrar'], programmeId);
    await this.database.transaction(async () => {
      await requireRunning(this.database, programmeId);
      const repo = this.database.repo(Round);
      const stored = await lockRounds(this.database, { programmeId });
      for (const input of given.rounds) {
        const round = stored.find((one) => one.id === input.id);
        if (!round) throw missing();
        if (round.version !== input.version) throw conflict();
        if (!changes(round, input)) continue;
        if (!roundIn.planned.has(round.state)) {
          throw new Refusal('programmes.refused.roundBegun', {}, `${round.id}.opensOn`);
        }
        if (input.closesOn < input.opensOn) {
          const variables = { from: input.opensOn, to: input.closesOn };
          throw new Refusal('calendar.periodReversed', variables, `${round.id}.closesOn`);
        }
        if (input.repeats && !(round.kind === 'material' && input.blind)) {
          throw new Refusal('programmes.refused.repeatsNotBlind', {}, `${round.id}.repeats`);
        }
        const { blind, repeats, otherScores, opensOn, closesOn } = input;
        const set = { blind, repeats, otherScores, opensOn, closesOn };
        await repo.save(Object.assign(round, set));
        await this.journal.record({
          actorId: actor.accountId,
          actorRole: role,
          event: 'round.edit',
          subjectType: 'round',
          subjectId: round.id,
          programmeId,
          details: set,
          changesPublicPages: true,
        });
      }
    });
  }
}

function changes(round: Round, input: RoundInput): boolean {
  return (
    round.blind !== input.blind ||
    round.repeats !== input.repeats ||
    round.otherScores !== input.otherScores ||
    round.opensOn !== input.opensOn ||
    round.closesOn !== input.closesOn
  );
}
