import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { defenceDayOf } from '../../rules/hall/defence-day.js';
import { overtimeSeconds, spokenMilliseconds } from '../../rules/hall/hall-clock.js';
import {
  type LateTimes,
  follows,
  inTime,
  lateActs,
  lateProblems,
  overlap,
} from '../../rules/hall/late-clock.js';
import { Refusal, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { holdOpen } from '../rounds/round-gate.js';
import { ClockAct } from './clock-act.entity.js';
import { HallQueries, type TurnRow } from './hall.queries.js';
import { turnPath } from './hall-path.js';
import { KEEPERS } from './keepers.js';
import { LateClockEntry } from './late-clock-entry.entity.js';
import { nextTurn } from './next-turn.js';
import { takeHall } from './take-hall.js';

/** Times of a turn while this program was away, by somebody's watch: with a reason, for a second person to look at. */
@Injectable()
export class EnterLateTimes {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: HallQueries,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { roundId, place }: { readonly roundId: string; readonly place: number },
    { reason, ...times }: LateTimes & { readonly reason: string },
  ): Promise<void> {
    actingRole(actor, KEEPERS);
    await this.database.transaction(async () => {
      const { programmeId } = await takeHall(this.database, roundId);
      const actorRole = actingRole(actor, KEEPERS, programmeId);
      await holdOpen(this.database, roundId);
      const turns = await this.queries.turns(roundId);
      const turn = turns.find((one) => one.place === place);
      if (!turn) throw missing();
      const now = this.clock.now();
      const [problem] = lateProblems(times, reason, now);
      if (problem) throw new Refusal(problem.key, problem.variables, problem.field);
      const acts = lateActs(times);
      const all = inTime([...turn.acts, ...acts]);
      if (!follows(all)) throw new Refusal('hall.late.outOfTurn', {}, 'from');
      if (times.kind === 'speech') refuseSpeech(turn, turns);
      const other = turns.find((one) => one.id !== turn.id && overlap(all, one.acts, now));
      if (other) throw new Refusal('hall.late.busy', { place: other.place }, 'from');
      const { number, acts: before } = await this.queries.entered(turn.id);
      const entry = { id: newId(), turnId: turn.id, number, kind: times.kind, reason };
      await this.database.repo(LateClockEntry).insert({
        ...entry,
        enteredBy: actor.accountId,
        enteredAt: now,
        accepted: null,
        decidedBy: null,
        decidedAt: null,
      });
      await this.database.repo(ClockAct).insert(
        acts.map(({ kind, at }, i) => ({
          id: newId(),
          turnId: turn.id,
          number: before + i + 1,
          kind,
          reason: kind === 'pause' ? reason : null,
          byId: actor.accountId,
          at,
          lateEntryId: entry.id,
        })),
      );
      const { rules } = await this.programmes.rules(programmeId);
      const spoken = spokenMilliseconds(all, now);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'round.enterLateTimes',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: {
          turn: place,
          number,
          lateTimes: times.kind,
          from: times.from,
          to: times.to,
          reason,
          spokenSeconds: Math.floor(spoken / 1000),
          overtimeSeconds: overtimeSeconds(spoken, defenceDayOf(rules).minutes),
        },
      });
      const news = { kind: 'lateTimes', variables: { place }, path: turnPath(roundId, place) };
      await this.notify.holders(KEEPERS, news, { except: actor.accountId });
    });
  }
}

/** Who spoke was there, and was next. */
function refuseSpeech(turn: TurnRow, turns: readonly TurnRow[]): void {
  const { place } = turn;
  if (turn.attendance === null || turn.attendance === 'absent') {
    throw new Refusal('hall.clock.nobodyThere', { place }, null, 'conflict');
  }
  const next = nextTurn(turns);
  if (next && next.id !== turn.id) {
    throw new Refusal('hall.clock.notNext', { place: next.place }, null, 'conflict');
  }
}
