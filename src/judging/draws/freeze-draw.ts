import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Category } from '../../programmes/category.entity.js';
import { checkSupply } from '../../rules/draw/check-supply.js';
import { DRAW_ALGORITHM } from '../../rules/draw/draw-record.js';
import { freezeList } from '../../rules/draw/freeze-list.js';
import { labelGroups } from '../../rules/draw/label-groups.js';
import type { Actor } from '../../web/actor.js';
import { CandidatePool, poolExperts } from './candidate-pool.js';
import { Draw, type Exclusion } from './draw.entity.js';
import { takeDraw } from './take-draw.js';

/** Step 1: the candidates, the terms and the exclusions stand from now on, under one hash. */
@Injectable()
export class FreezeDraw {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly pool: CandidatePool,
  ) {}

  async run(actor: Actor, drawId: string): Promise<void> {
    await this.database.transaction(async () => {
      const draw = await takeDraw(this.database, drawId, 'freeze');
      const category = await this.database.repo(Category).findOneByOrFail({ id: draw.categoryId });
      const pool = await this.pool.load(category);
      const barred = pool.members.flatMap(({ expert, bar }): Exclusion[] =>
        bar === null ? [] : [{ expertId: expert.id, reason: null, code: bar }],
      );
      const terms = {
        ...draw.terms,
        applications: pool.applications,
        algorithm: DRAW_ALGORITHM,
      };
      const experts = poolExperts(pool, draw.exclusions);
      // Checked before the labels, so that a refusal speaks of names.
      const named = freezeList(experts, terms);
      checkSupply(named);
      const admitted = new Set(named.candidates.map(({ id }) => id));
      const labelled = labelGroups(
        experts.filter(({ id }) => admitted.has(id)),
        terms,
      );
      const list = freezeList(labelled.experts, labelled.terms);
      const barredIds = new Set(barred.map(({ expertId }) => expertId));
      await this.database.repo(Draw).save(
        Object.assign(draw, {
          state: 'Frozen',
          terms: list.terms,
          candidates: list.candidates,
          groupNames: labelled.names,
          listHash: list.hash,
          exclusions: [
            ...barred,
            ...draw.exclusions.filter(({ expertId }) => !barredIds.has(expertId)),
          ],
          frozenBy: actor.accountId,
          frozenAt: this.clock.now(),
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'draw.freeze',
        subjectType: 'draw',
        subjectId: drawId,
        programmeId: draw.programmeId,
        details: {
          candidates: list.candidates.length,
          excluded: draw.exclusions.length,
          listHash: list.hash,
        },
      });
    });
  }
}
