import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Seat } from '../panel/seat.entity.js';
import { Draw } from './draw.entity.js';
import { firstInLine } from './first-in-line.js';
import { drawIn } from '../../rules/lifecycle/draw-states.js';
import { anyOf } from '../../database/any-of.js';

/** Who takes a vacated seat of a panel: by the record where it was drawn, by number where it was not. */
@Injectable()
export class NextInLine {
  constructor(private readonly database: Database) {}

  /** Reads inside the caller's transaction; `leaving` is a seat about to be vacated. */
  async of(
    categoryId: string,
    leaving: string | null = null,
  ): Promise<{ readonly seat: Seat | null; readonly draw: Draw | null }> {
    const all = await this.database.repo(Seat).findBy({ categoryId });
    const seats = all.filter(({ id, vacatedAt }) => !vacatedAt && id !== leaving);
    const drawn = await this.database.repo(Draw).findBy({ categoryId, state: anyOf(drawIn.drawn) });
    const draw = drawn.toSorted((a, b) => b.number - a.number)[0] ?? null;
    const next = firstInLine(seats, draw && { id: draw.id, record: draw.record! });
    return { seat: seats.find(({ id }) => id === next?.id) ?? null, draw };
  }
}
