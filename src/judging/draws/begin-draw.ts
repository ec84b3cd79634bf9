import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Category } from '../../programmes/category.entity.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { holdPanel } from '../panel/lock-panel.js';
import { Seat } from '../panel/seat.entity.js';
import { CandidatePool, fieldsOf } from './candidate-pool.js';
import { Draw } from './draw.entity.js';
import { refuseOtherPhase } from './take-draw.js';
import { drawIn } from '../../rules/lifecycle/draw-states.js';

/** Seven judges and half as many alternates, one an organisation, two a division (§6). */
const USUAL = {
  panelSize: 7,
  alternates: 4,
  perOrganisation: 1,
  perDivision: 2,
  conflictShare: [1, 10],
} as const;

/** Opens the draw of one category's panel, with the usual terms, for the office to prepare. */
@Injectable()
export class BeginDraw {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly pool: CandidatePool,
  ) {}

  async run(actor: Actor, given: { readonly categoryId: string }): Promise<string> {
    return this.database.transaction(async () => {
      const known = await this.database.repo(Category).existsBy({ id: given.categoryId });
      if (!known) throw new Refusal('judging.draw.categoryMissing', {}, 'categoryId');
      const category = await holdPanel(this.database, given.categoryId);
      await refuseOtherPhase(this.database, category.programmeId, false);
      const pool = await this.pool.load(category);
      const number = await nextDrawNumber(this.database, category.id);
      const draw = Object.assign(new Draw(), {
        id: newId(),
        programmeId: category.programmeId,
        categoryId: category.id,
        number,
        state: 'Preparing' as const,
        terms: { ...USUAL, fields: fieldsOf(pool), applications: pool.applications },
        exclusions: [],
        begunBy: actor.accountId,
        begunAt: this.clock.now(),
      });
      await this.database.repo(Draw).insert(draw);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'draw.begin',
        subjectType: 'draw',
        subjectId: draw.id,
        programmeId: draw.programmeId,
        details: { category: category.code, number },
      });
      return draw.id;
    });
  }
}

/** One draw of a category at a time, and none while its panel has members. */
async function nextDrawNumber(database: Database, categoryId: string): Promise<number> {
  const earlier = await database.repo(Draw).findBy({ categoryId });
  if (earlier.some(({ state }) => !drawIn.voided.has(state))) {
    throw new Refusal('judging.draw.alreadyBegun', {}, 'categoryId');
  }
  await refuseOccupied(database, categoryId);
  return earlier.reduce((most, { number }) => Math.max(most, number), 0) + 1;
}

export async function refuseOccupied(database: Database, categoryId: string): Promise<void> {
  const seats = await database.repo(Seat).findBy({ categoryId });
  const count = seats.filter(({ vacatedAt }) => !vacatedAt).length;
  if (count) throw new Refusal('judging.draw.panelOccupied', { count }, 'categoryId');
}
