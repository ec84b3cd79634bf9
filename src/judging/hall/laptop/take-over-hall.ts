import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import type { Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.module.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Sealer } from '../../../database/sealed.js';
import { Journal } from '../../../journal/journal.js';
import { Notify } from '../../../notifications/notify.js';
import { type TakenTurn, takenTurns } from '../../../rules/hall/take-over.js';
import { Refusal } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { holdOpen } from '../../rounds/round-gate.js';
import { ClockAct } from '../clock-act.entity.js';
import { DefenceTurn } from '../defence-turn.entity.js';
import { hallPath } from '../hall-path.js';
import { HallQueries, type TurnRow } from '../hall.queries.js';
import { KEEPERS } from '../keepers.js';
import { LateClockEntry } from '../late-clock-entry.entity.js';
import { takeHall } from '../take-hall.js';
import { HallFile } from './hall-file.entity.js';
import { PlanTakeOver } from './plan-take-over.js';

/**
 * Takes over what a laptop wrote of a day without a network, whole or not at all. Its times are entries
 * made afterwards: they count at once, and a second person sees or declines those of each merchant.
 */
@Injectable()
export class TakeOverHall {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly plan: PlanTakeOver,
    private readonly queries: HallQueries,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /** @returns how many turns were taken over */
  async run(
    actor: Actor,
    roundId: string,
    { content, reason }: { readonly content: string; readonly reason: string },
  ): Promise<number> {
    actingRole(actor, ['CityRegistrar']);
    return this.database.transaction(async () => {
      const { programmeId } = await takeHall(this.database, roundId);
      const actorRole = actingRole(actor, ['CityRegistrar'], programmeId);
      await holdOpen(this.database, roundId);
      const { hash, problems, file, lines, turns } = await this.plan.run(roundId, content);
      const [problem] = problems;
      // A result of no file of this round has a problem.
      if (problem || !file) throw new Refusal(problem!.key, problem!.variables, 'file');
      const known = new Map(turns.map((turn) => [turn.place, turn]));
      const taken = takenTurns(lines).filter(({ place }) => known.has(place));
      for (const turn of taken) {
        const own = known.get(turn.place)!;
        await this.attend(own, turn, file.id);
        await this.enter(actor, own, turn, reason);
      }
      const done = { resultHash: hash, takenBy: actor.accountId, takenAt: this.clock.now() };
      await this.database.repo(HallFile).update({ id: file.id }, done);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'round.takeOverHall',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: {
          number: file.number,
          hallResult: hash,
          lines: lines.length,
          turns: taken.map(({ place }) => place),
          reason,
        },
      });
      const news = {
        kind: 'hallTakenOver',
        variables: { count: taken.length },
        path: hallPath(roundId),
      };
      await this.notify.holders(KEEPERS, news, { except: actor.accountId });
      return taken.length;
    });
  }

  private async attend(own: TurnRow, { came }: TakenTurn, hallFileId: string): Promise<void> {
    const turns = this.database.repo(DefenceTurn);
    if (!came?.came || own.attendance !== null) {
      await turns.update({ id: own.id }, { hallFileId });
      return;
    }
    const { attendance, again, speaker, note } = came.came;
    await turns.update(
      { id: own.id },
      {
        attendance,
        again,
        speakerSealed: speaker === null ? null : this.sealer.seal(speaker),
        note,
        attendanceBy: came.by,
        attendanceAt: came.at,
        hallFileId,
      },
    );
  }

  private async enter(
    actor: Actor,
    own: TurnRow,
    { acts }: TakenTurn,
    reason: string,
  ): Promise<void> {
    if (acts.length === 0) return;
    const { number, acts: before } = await this.queries.entered(own.id);
    const lateEntryId = newId();
    await this.database.repo(LateClockEntry).insert({
      id: lateEntryId,
      turnId: own.id,
      number,
      kind: 'laptop',
      reason,
      enteredBy: actor.accountId,
      enteredAt: this.clock.now(),
      accepted: null,
      decidedBy: null,
      decidedAt: null,
    });
    await this.database.repo(ClockAct).insert(
      acts.map(({ kind, at, by, reason: why }, i) => ({
        id: newId(),
        turnId: own.id,
        number: before + i + 1,
        kind,
        reason: kind === 'pause' ? why : null,
        byId: by,
        at,
        lateEntryId,
      })),
    );
  }
}
