import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Category } from '../../programmes/category.entity.js';
import { requireRunning } from '../../programmes/load-programme.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { anchorIn } from '../../rules/lifecycle/anchor-states.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import { ANCHORS_MOST, asksForAnchors } from '../../rules/rounds/anchors.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { AnchorQueries } from './anchor.queries.js';
import { AnchorDossier } from './anchor-dossier.entity.js';
import { PastDossier } from './past-dossier.js';

/** Begins an anchor of a category: from a file of an earlier year, or empty, to be written by hand. */
@Injectable()
export class PrepareAnchor {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: AnchorQueries,
    private readonly past: PastDossier,
  ) {}

  /** The new anchor's id. */
  async run(
    actor: Actor,
    given: { readonly categoryId: string; readonly sourceId: string | null },
  ): Promise<string> {
    actingRole(actor, ['CityRegistrar']);
    const { categoryId, sourceId } = given;
    return this.database.transaction(async () => {
      const known = await this.database.repo(Category).findOneBy({ id: categoryId });
      if (!known) throw missing();
      const { programmeId, code } = known;
      const actorRole = actingRole(actor, ['CityRegistrar'], programmeId);
      const { year } = await requireRunning(this.database, programmeId);
      const { rules, frozenAt } = await this.programmes.rules(programmeId);
      if (!asksForAnchors(rules, code)) throw new Refusal('judging.anchor.notAsked');
      if (!frozenAt) throw new Refusal('judging.anchor.beforeAnnouncement');
      if ((await this.queries.frozen(programmeId)).has(categoryId)) {
        throw conflict('judging.anchor.frozen');
      }
      const all = await this.database.repo(AnchorDossier).findBy({ categoryId });
      if (all.filter(({ state }) => anchorIn.kept.has(state)).length >= ANCHORS_MOST) {
        throw new Refusal('judging.anchor.tooMany', { most: ANCHORS_MOST }, 'sourceId');
      }
      const indicators = roundSheet(rules, code, 'material')?.indicators ?? [];
      const id = newId();
      await this.database.repo(AnchorDossier).insert({
        id,
        programmeId,
        categoryId,
        number: Math.max(0, ...all.map(({ number }) => number)) + 1,
        state: 'Draft',
        sourceId,
        evidence: await this.evidence(sourceId, { code, year, indicators }),
        points: {},
        reasons: {},
        preparedBy: actor.accountId,
        preparedAt: this.clock.now(),
        confirmedBy: null,
        confirmedAt: null,
        returnReason: null,
        version: 1,
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'anchor.begin',
        subjectType: 'anchor',
        subjectId: id,
        programmeId,
        details: { category: categoryId, source: sourceId },
      });
      return id;
    });
  }

  private async evidence(
    sourceId: string | null,
    of: { readonly code: string; readonly year: number; readonly indicators: readonly Indicator[] },
  ) {
    if (sourceId === null) return {};
    if (!(await this.queries.isPastFile(sourceId, of.code, of.year))) {
      throw new Refusal('judging.anchor.noSource', {}, 'sourceId');
    }
    return this.past.of(sourceId, of.indicators);
  }
}
