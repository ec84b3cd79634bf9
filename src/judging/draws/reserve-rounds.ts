import { Injectable } from '@nestjs/common';
import { anyOf } from '../../database/any-of.js';
import { Database } from '../../database/database.js';
import { Round, type RoundKind, roundKinds } from '../../programmes/round.entity.js';
import { alternateRounds } from '../../rules/draw/alternate-rounds.js';
import type { DrawRecord } from '../../rules/draw/draw-record.js';
import { drawIn } from '../../rules/lifecycle/draw-states.js';
import { Draw } from './draw.entity.js';

/** Which round each drawn alternate of a category is kept for; nobody seated by hand is among them. */
@Injectable()
export class ReserveRounds {
  constructor(private readonly database: Database) {}

  /** Expert id → round, by the record of the draw that drew the expert last. */
  async ofCategory(categoryId: string): Promise<ReadonlyMap<string, RoundKind>> {
    const drawn = await this.database.repo(Draw).findBy({ categoryId, state: anyOf(drawIn.drawn) });
    if (drawn.length === 0) return new Map();
    const kinds = await this.kinds(categoryId);
    return new Map(
      drawn
        .toSorted((a, b) => a.number - b.number)
        .flatMap(({ record }) => [...alternateRounds(record!, kinds)]),
    );
  }

  /** As it stands in the journal: number of the alternate → round. */
  async dealt(categoryId: string, record: DrawRecord): Promise<Record<string, RoundKind>> {
    const rounds = alternateRounds(record, await this.kinds(categoryId));
    return Object.fromEntries(
      record.alternates.map(({ alternate, expert }) => [alternate, rounds.get(expert)!]),
    );
  }

  private async kinds(categoryId: string): Promise<readonly RoundKind[]> {
    const planned = await this.database.repo(Round).findBy({ categoryId });
    return roundKinds.filter((kind) => planned.some((round) => round.kind === kind));
  }
}
