import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { lockRounds } from '../../programmes/lock-rounds.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { NextInLine } from '../draws/next-in-line.js';
import { Expert } from '../experts/expert.entity.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import { lockPanel } from './lock-panel.js';
import { Seat } from './seat.entity.js';
import { VoidSheets } from '../sheets/void-sheets.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';

/**
 * A judge leaves: the sheets of the seat are void, and the first alternate takes its number and
 * scores again (R1–R3). Before the declaration a seat may also be vacated without a successor.
 */
@Injectable()
export class ReplaceSeat {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly notify: Notify,
    private readonly voidSheets: VoidSheets,
    private readonly sheets: IssueSheets,
    private readonly nextInLine: NextInLine,
  ) {}

  async run(
    actor: Actor,
    programmeId: string,
    given: { readonly seatId: string; readonly reason: string; readonly promote: boolean },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const known = await this.database.repo(Seat).findOneBy({ id: given.seatId, programmeId });
      if (!known) throw missing();
      await lockPanel(this.database, known.categoryId);
      const rounds = await lockRounds(this.database, { categoryId: known.categoryId });
      const seat = await this.database.lock(Seat, known.id);
      if (seat.vacatedAt) throw conflict('judging.panel.vacatedAlready');
      const { number } = seat;
      const vacated = { vacatedAt: this.clock.now(), vacatedReason: given.reason };
      await this.database.repo(Seat).save(Object.assign(seat, vacated));
      await this.voidSheets.run({
        actorId: actor.accountId,
        role: 'CityRegistrar',
        reason: given.reason,
        seatId: seat.id,
      });
      const proposed = given.promote && !seat.alternate ? await this.next(seat) : null;
      const alternate = proposed?.number ?? null;
      const successor = proposed && (await this.promote(seat, proposed));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'seat.replace',
        subjectType: 'seat',
        subjectId: seat.id,
        programmeId,
        details: {
          number,
          reason: sha256Hex(given.reason),
          alternate,
          successor: successor?.id ?? null,
          draw: successor?.drawId ?? null,
        },
      });
      for (const round of rounds) {
        if (roundIn.open.has(round.state)) await this.sheets.run(round);
      }
    });
  }

  /** By the draw record where there is one: the first alternate who leaves no field below its least. */
  private async next(seat: Seat): Promise<Seat> {
    const { seat: next, draw } = await this.nextInLine.of(seat.categoryId);
    if (next) return next;
    throw new Refusal(
      draw ? 'judging.panel.noDrawnAlternate' : 'judging.panel.noAlternate',
      {},
      'promote',
    );
  }

  private async promote({ number, chair }: Seat, next: Seat): Promise<Seat> {
    const taken = Object.assign(next, { number, chair, alternate: false });
    await this.database.repo(Seat).save(taken);
    const expert = await this.database.repo(Expert).findOneByOrFail({ id: next.expertId });
    await this.notify.accounts([expert.accountId], {
      kind: 'judgingSeated',
      variables: { number },
      path: '/judging',
    });
    return taken;
  }
}
