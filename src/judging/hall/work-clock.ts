import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { defenceDayOf } from '../../rules/hall/defence-day.js';
import {
  type ClockActKind,
  mayFollow,
  overtimeSeconds,
  phaseOf,
  spokenMilliseconds,
} from '../../rules/hall/hall-clock.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { holdOpen } from '../rounds/round-gate.js';
import { ClockAct } from './clock-act.entity.js';
import { HallQueries, type TurnRow } from './hall.queries.js';
import { KEEPERS } from './keepers.js';
import { nextTurn } from './next-turn.js';
import { takeHall } from './take-hall.js';

export interface ClockInput {
  readonly kind: ClockActKind;
  /** Of a pause. */
  readonly reason: string | null;
}

/** Starts, stops and ends the time of a turn, by the server's time. Its overtime is a note for two people to confirm. */
@Injectable()
export class WorkClock {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: HallQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { roundId, place }: { readonly roundId: string; readonly place: number },
    { kind, reason }: ClockInput,
  ): Promise<void> {
    actingRole(actor, KEEPERS);
    await this.database.transaction(async () => {
      const { programmeId } = await takeHall(this.database, roundId);
      const actorRole = actingRole(actor, KEEPERS, programmeId);
      await holdOpen(this.database, roundId);
      const turns = await this.queries.turns(roundId);
      const turn = turns.find((one) => one.place === place);
      if (!turn) throw missing();
      if (!mayFollow(phaseOf(turn.acts), kind)) throw conflict('hall.clock.outOfTurn');
      if (kind === 'start') refuseOtherTurn(turn, turns);
      if (kind === 'pause' && reason === null) {
        throw new Refusal('hall.clock.reasonMissing', {}, 'reason');
      }
      const at = this.clock.now();
      const act = { kind, at, reason: kind === 'pause' ? reason : null };
      await this.database.repo(ClockAct).insert({
        id: newId(),
        turnId: turn.id,
        number: (await this.queries.entered(turn.id)).acts + 1,
        byId: actor.accountId,
        lateEntryId: null,
        ...act,
      });
      const { rules } = await this.programmes.rules(programmeId);
      const spoken = spokenMilliseconds([...turn.acts, act], at);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'round.workClock',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: {
          turn: place,
          clockAct: kind,
          reason: act.reason,
          spokenSeconds: Math.floor(spoken / 1000),
          overtimeSeconds: overtimeSeconds(spoken, defenceDayOf(rules).minutes),
        },
      });
    });
  }
}

/** One speaks at a time, in the order that was drawn, and is there. */
function refuseOtherTurn(turn: TurnRow, turns: readonly TurnRow[]): void {
  const busy = turns.find((one) => ['running', 'paused'].includes(phaseOf(one.acts)));
  if (busy) throw new Refusal('hall.clock.busy', { place: busy.place }, null, 'conflict');
  if (turn.attendance === null || turn.attendance === 'absent') {
    throw new Refusal('hall.clock.nobodyThere', { place: turn.place }, null, 'conflict');
  }
  const next = nextTurn(turns);
  if (next && next.id !== turn.id) {
    throw new Refusal('hall.clock.notNext', { place: next.place }, null, 'conflict');
  }
}
