import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { nextAlternate } from '../../rules/draw/next-alternate.js';
import { Seat } from '../seat.entity.js';
import { Draw } from './draw.entity.js';

/** Who takes a vacated seat of a panel: by the record where it was drawn, by number where it was not. */
@Injectable()
export class NextInLine {
  constructor(private readonly database: Database) {}

  /** Reads inside the caller's transaction, after the seat was vacated. */
  async of(
    categoryId: string,
  ): Promise<{ readonly seat: Seat | null; readonly draw: Draw | null }> {
    const all = await this.database.repo(Seat).findBy({ categoryId });
    const seats = all.filter(({ vacatedAt }) => !vacatedAt);
    const alternates = seats
      .filter(({ alternate }) => alternate)
      .toSorted((a, b) => a.number - b.number);
    const drawn = await this.database.repo(Draw).findBy({ categoryId, state: 'Drawn' });
    const draw = drawn.toSorted((a, b) => b.number - a.number)[0] ?? null;
    if (!draw) return { seat: alternates[0] ?? null, draw };
    const ready = alternates.filter(({ drawId }) => drawId === draw.id);
    const candidates = new Set(draw.candidates!.map(({ id }) => id));
    const members = seats
      .filter(({ alternate, expertId }) => !alternate && candidates.has(expertId))
      .map(({ expertId }) => expertId);
    const unavailable = draw
      .record!.alternates.map(({ expert }) => expert)
      .filter((expert) => !ready.some(({ expertId }) => expertId === expert));
    const next = nextAlternate(draw.record!, members, unavailable);
    return { seat: ready.find(({ expertId }) => expertId === next?.expert) ?? null, draw };
  }
}
