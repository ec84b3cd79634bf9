import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { anyOf } from '../../database/any-of.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import type { DrawRecord } from '../../rules/draw/draw-record.js';
import type { Actor } from '../../web/actor.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { Seat } from '../panel/seat.entity.js';
import type { Draw } from './draw.entity.js';

/** Alternates are numbered from 101, so that a seat keeps its number whoever takes it. */
const FIRST_ALTERNATE = 101;

/** Fills the seats as the record says; whoever drew first leads the panel. */
@Injectable()
export class SeatDrawn {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, draw: Draw, record: DrawRecord): Promise<void> {
    const staying = await membersOf(this.database, draw.categoryId);
    // Where no seat was empty the alternates were too few, not unable: they stay in line.
    if (staying.length < record.seats.length) await this.vacateFormerAlternates(draw);
    const before = await this.lastAlternate(draw.categoryId);
    const taken = new Set(staying.map(({ number }) => number));
    const places = [
      ...record.seats
        .filter(({ seat }) => !taken.has(seat))
        .map(({ seat, expert }) => ({ number: seat, expertId: expert, alternate: false })),
      ...record.alternates.map(({ alternate, expert }) => ({
        number: before + alternate,
        expertId: expert,
        alternate: true,
      })),
    ];
    const seats = places.map((place) =>
      Object.assign(new Seat(), place, {
        id: newId(),
        programmeId: draw.programmeId,
        categoryId: draw.categoryId,
        drawId: draw.id,
        chair: place.number === 1 && !staying.some(({ chair }) => chair),
        reason: '',
        seatedBy: actor.accountId,
        seatedAt: this.clock.now(),
        declaredAt: null,
        vacatedAt: null,
        vacatedReason: null,
      }),
    );
    await this.database.repo(Seat).insert(seats);
    for (const { id, number, expertId, chair, alternate } of seats) {
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'seat.fill',
        subjectType: 'seat',
        subjectId: id,
        programmeId: draw.programmeId,
        details: { draw: draw.id, number, expert: expertId, chair, alternate },
      });
    }
  }

  /** A number under which somebody sits or has scored is not given again. */
  private async lastAlternate(categoryId: string): Promise<number> {
    const seats = await this.database.repo(Seat).findBy({ categoryId, alternate: true });
    const sheets = await this.database
      .repo(ScoreSheet)
      .find({ where: { seatId: anyOf(seats.map(({ id }) => id)) }, select: { seatId: true } });
    const scored = new Set(sheets.map(({ seatId }) => seatId));
    const taken = seats.filter(({ id, vacatedAt }) => !vacatedAt || scored.has(id));
    return Math.max(FIRST_ALTERNATE - 1, ...taken.map(({ number }) => number));
  }

  /** Before a redraw those who could not step in leave the list; their record stays. */
  private async vacateFormerAlternates({ categoryId }: Draw): Promise<void> {
    const seats = this.database.repo(Seat);
    for (const seat of await seats.findBy({ categoryId, alternate: true })) {
      if (seat.vacatedAt) continue;
      await seats.save(Object.assign(seat, { vacatedAt: this.clock.now(), vacatedReason: '' }));
    }
  }
}

/** Member seats of a panel that somebody holds. */
export async function membersOf(database: Database, categoryId: string): Promise<Seat[]> {
  const seats = await database.repo(Seat).findBy({ categoryId, alternate: false });
  return seats.filter(({ vacatedAt }) => !vacatedAt);
}
