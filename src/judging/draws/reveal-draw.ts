import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { Journal } from '../../journal/journal.js';
import { Programme } from '../../programmes/programme.entity.js';
import { WorkingDays } from '../../programmes/working-days.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { type DrawMeeting, drawPanel, redrawPanel } from '../../rules/draw/draw-panel.js';
import type { DrawRecord } from '../../rules/draw/draw-record.js';
import { earliestDrawDay } from '../../rules/draw/earliest-draw-day.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { lockPanel } from '../panel/lock-panel.js';
import { refuseOccupied } from './begin-draw.js';
import { Draw } from './draw.entity.js';
import { ReserveRounds } from './reserve-rounds.js';
import { SeatDrawn, membersOf } from './seat-drawn.js';
import { takeDraw } from './take-draw.js';

/** Steps 4 to 7: opens the seed, and in the same transaction the rule's order fills the seats. */
@Injectable()
export class RevealDraw {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
    private readonly seatDrawn: SeatDrawn,
    private readonly reserves: ReserveRounds,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(
    actor: Actor,
    drawId: string,
    { present }: { readonly present: readonly string[] },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const draw = await takeDraw(this.database, drawId, 'reveal');
      const revealedAt = this.clock.now();
      await this.refuseTooEarly(draw.programmeId, revealedAt);
      await lockPanel(this.database, draw.categoryId);
      const record = await this.draw(draw, {
        times: {
          frozen: draw.frozenAt!,
          committed: draw.committedAt!,
          witnessed: draw.witnessedAt!,
          revealed: revealedAt,
        },
        present,
        commitment: draw.commitment!,
        witness: draw.witness!,
        seed: this.sealer.open(draw.seedSealed!),
      });
      await this.database.repo(Draw).save(
        Object.assign(draw, {
          state: 'Drawn',
          record,
          seedSealed: null,
          revealedBy: actor.accountId,
          revealedAt,
        }),
      );
      await this.seatDrawn.run(actor, draw, record);
      const chainHead = await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'draw.reveal',
        subjectType: 'draw',
        subjectId: drawId,
        programmeId: draw.programmeId,
        details: {
          listHash: record.listHash,
          commitment: record.commitment,
          seed: record.seed,
          seats: record.seats.length,
          alternates: record.alternates.length,
          skips: record.skips.length,
          alternateRounds: await this.reserves.dealt(draw.categoryId, record),
          recordHash: record.recordHash,
        },
      });
      await this.database.repo(Draw).save(Object.assign(draw, { chainHead }));
    });
  }

  private async draw(draw: Draw, meeting: DrawMeeting): Promise<DrawRecord> {
    const { terms, candidates, listHash, categoryId, previousId } = draw;
    if (previousId === null) {
      await refuseOccupied(this.database, categoryId);
      return drawPanel({ terms, candidates: candidates!, hash: listHash! }, meeting);
    }
    const previous = await this.database.repo(Draw).findOneByOrFail({ id: previousId });
    const members = await membersOf(this.database, categoryId);
    const seated = members.map(({ number, expertId }) => ({ seat: number, expert: expertId }));
    return redrawPanel(previous.record!, seated, meeting);
  }

  private async refuseTooEarly(programmeId: string, now: string): Promise<void> {
    const { calendar } = await this.database.repo(Programme).findOneByOrFail({ id: programmeId });
    const review = calendar.find(({ phase }) => phase === 'MaterialReview');
    if (!review) return;
    const day = earliestDrawDay(await this.workingDays.calendar(), review.from);
    if (beijingDate(now) >= day) return;
    const [year, month, date] = day.split('-') as [string, string, string];
    throw new Refusal('judging.draw.tooEarly', { year, month, day: date });
  }
}
