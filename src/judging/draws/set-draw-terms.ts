import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Category } from '../../programmes/category.entity.js';
import { type FieldMinimum } from '../../rules/draw/draw-record.js';
import { freezeList } from '../../rules/draw/freeze-list.js';
import { conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Journal } from '../../journal/journal.js';
import { CandidatePool, poolExperts } from './candidate-pool.js';
import { Draw } from './draw.entity.js';
import { takeDraw } from './take-draw.js';

export interface GivenTerms {
  readonly panelSize: number;
  readonly alternates: number;
  readonly perDivision: number;
  readonly fields: readonly FieldMinimum[];
  readonly version: number;
}

/** Size and composition of the panel, as long as nothing is frozen. */
@Injectable()
export class SetDrawTerms {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly pool: CandidatePool,
  ) {}

  async run(actor: Actor, drawId: string, { version, ...given }: GivenTerms): Promise<void> {
    await this.database.transaction(async () => {
      const draw = await takeDraw(this.database, drawId, 'prepare');
      if (draw.version !== version) throw conflict();
      const category = await this.database.repo(Category).findOneByOrFail({ id: draw.categoryId });
      const pool = await this.pool.load(category);
      const terms = { ...draw.terms, ...given, applications: pool.applications };
      // Refused here for the same reasons for which the list could not be frozen.
      freezeList(poolExperts(pool, draw.exclusions), terms);
      await this.database.repo(Draw).save(Object.assign(draw, { terms }));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'draw.setTerms',
        subjectType: 'draw',
        subjectId: drawId,
        programmeId: draw.programmeId,
        details: {
          panelSize: given.panelSize,
          alternates: given.alternates,
          perDivision: given.perDivision,
        },
      });
    });
  }
}
