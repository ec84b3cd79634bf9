import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../config/clock.js';
import { Database } from '../../../../database/database.js';
import { newId } from '../../../../database/new-id.js';
import { Journal } from '../../../../journal/journal.js';
import { Category } from '../../../../programmes/category.entity.js';
import { Programme } from '../../../../programmes/programme.entity.js';
import { isSameSet } from '../../../../rules/recommendation/ranking-order.js';
import { Refusal, conflict, missing } from '../../../../rules/refusal.js';
import { type RankingAct, rankingStep } from '../../../../rules/lifecycle/ranking-states.js';
import type { Role } from '../../../../rules/lifecycle/roles.js';
import type { Actor } from '../../../../web/actor.js';
import { Ranking } from '../../../ranking.entity.js';
import { Recommendation } from '../../../recommendation.entity.js';
import { assertPhase } from '../../review-phase.js';
import { divisionFor } from '../division-scope.js';
import { type RankingSet, RankingQueries } from './ranking.queries.js';

/** What the reader saw: the set in its order, and how often it had been saved. */
export interface SeenRanking {
  readonly categoryId: string;
  readonly order: readonly string[];
  readonly version: number;
}

export interface OpenRanking {
  readonly programme: Programme;
  readonly category: Category;
  readonly divisionCode: string;
  readonly ranking: Ranking;
  readonly set: RankingSet;
  /** The last place that is signed; the others follow it. */
  readonly after: number;
}

/** The part that every act on a ranking shares: who may, in which phase, and that nothing was overtaken. */
@Injectable()
export class ChangeRanking {
  constructor(
    private readonly database: Database,
    private readonly queries: RankingQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Holds the programme and loads the set, in the caller's transaction. */
  async open(actor: Actor, role: Role, act: RankingAct, seen: SeenRanking): Promise<OpenRanking> {
    const divisionCode = divisionFor(actor, role);
    const known = await this.database.repo(Category).findOneBy({ id: seen.categoryId });
    if (!known) throw missing();
    const programme = await this.database.lock(Programme, known.programmeId);
    assertPhase('division', programme.state);
    const where = { categoryId: known.id, divisionCode };
    const stored = await this.database.repo(Ranking).findOneBy(where);
    if ((stored?.version ?? 0) !== seen.version) throw conflict('review.ranking.savedMeanwhile');
    const set = await this.queries.set(known.id, divisionCode);
    const ids = set.waiting.map(({ applicationId }) => applicationId);
    if (!isSameSet(seen.order, ids)) throw conflict('review.ranking.changedMeanwhile');
    if (ids.length === 0) throw new Refusal('review.ranking.empty');
    const ranking = stored ?? this.fresh(where);
    if (!rankingStep(ranking.state, act)) {
      const isHanded = ranking.state === 'handed';
      throw conflict(isHanded ? 'review.ranking.handedAlready' : 'review.ranking.notHanded');
    }
    const after = Math.max(0, ...set.signed.map(({ rank }) => rank ?? 0));
    return { programme, category: known, divisionCode, ranking, set, after };
  }

  /** Puts the waiting ones into an order, behind what is signed. */
  async place({ ranking, after }: OpenRanking, order: readonly string[]): Promise<void> {
    const opinions = this.database.repo(Recommendation);
    for (const [at, applicationId] of order.entries()) {
      await opinions.update({ applicationId }, { rank: after + at + 1 });
    }
    ranking.orderedAt = this.clock.now();
  }

  /** Keeps the row as the act left it, with its entry. */
  async keep(
    actor: Actor,
    role: Role,
    { programme, category, ranking }: OpenRanking,
    event: RankingAct,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.step(ranking, event);
    await this.journal.record({
      actorId: actor.accountId,
      actorRole: role,
      event: `ranking.${event}`,
      subjectType: 'ranking',
      subjectId: ranking.id,
      programmeId: programme.id,
      details: { category: category.code, ...details },
    });
  }

  /** An opinion was written or changed: a set that was handed over or signed is no longer that one. */
  async reopen(where: { readonly categoryId: string; readonly divisionCode: string }) {
    const ranking = await this.database.repo(Ranking).findOneBy(where);
    if (ranking) await this.step(ranking, 'reopen');
  }

  private async step(ranking: Ranking, act: RankingAct): Promise<void> {
    ranking.state = rankingStep(ranking.state, act) ?? ranking.state;
    ranking.version += 1;
    await this.database.repo(Ranking).save(ranking);
  }

  private fresh(where: { readonly categoryId: string; readonly divisionCode: string }): Ranking {
    return Object.assign(new Ranking(), {
      ...where,
      id: newId(),
      state: 'open',
      orderedAt: this.clock.now(),
      handedBy: null,
      handedAt: null,
      returnReason: null,
      signedBy: null,
      signedAt: null,
      sealScanId: null,
      version: 0,
    });
  }
}
