import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { ExpertQueries } from '../experts/expert.queries.js';
import { Draw } from './draw.entity.js';
import { takeDraw } from './take-draw.js';

/** Takes an expert off the list to be frozen, with a reason that stands on the record, or back on it. */
@Injectable()
export class ExcludeCandidate {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly experts: ExpertQueries,
  ) {}

  /** @param given.reason null takes the expert back on the list */
  async run(
    actor: Actor,
    drawId: string,
    given: { readonly expertId: string; readonly reason: string | null },
  ): Promise<void> {
    return this.database.transaction(async () => {
      const expert = await this.experts.byId(given.expertId);
      if (!expert) throw new Refusal('judging.panel.expertMissing', {}, 'expertId');
      const draw = await takeDraw(this.database, drawId, 'prepare');
      const others = draw.exclusions.filter(({ expertId }) => expertId !== expert.id);
      const known = others.length < draw.exclusions.length;
      if (given.reason === null && !known) throw conflict('judging.draw.readmittedAlready');
      if (given.reason !== null && known) {
        throw new Refusal('judging.draw.excludedAlready', { name: expert.name }, 'expertId');
      }
      const added =
        given.reason === null ? [] : [{ expertId: expert.id, reason: given.reason, code: null }];
      await this.database
        .repo(Draw)
        .save(Object.assign(draw, { exclusions: [...others, ...added] }));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: given.reason === null ? 'draw.readmit' : 'draw.exclude',
        subjectType: 'draw',
        subjectId: drawId,
        programmeId: draw.programmeId,
        details: {
          expert: expert.id,
          ...(given.reason === null ? {} : { reason: sha256Hex(given.reason) }),
        },
      });
    });
  }
}
