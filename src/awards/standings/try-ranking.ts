import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Calculations } from '../../jobs/calculation-jobs.js';
import { Journal } from '../../journal/journal.js';
import type { ScoreRule } from '../../rules/ranking/rule-scores.js';
import { Refusal, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { AnalysisQueries } from './analysis.queries.js';
import { seedOf } from './analyse-standings.js';

export interface RankingTrial {
  readonly categoryId: string;
  readonly rule: ScoreRule;
  readonly drop: number;
  readonly quota: number;
  /** A seat number, or null for the whole panel. */
  readonly without: string | null;
}

/** What the ranking would be under other rules. Only the journal changes: who asked for what. */
@Injectable()
export class TryRanking {
  constructor(
    private readonly database: Database,
    private readonly analysis: AnalysisQueries,
    private readonly calculations: Calculations,
    private readonly journal: Journal,
  ) {}

  /** @returns the id of the calculation */
  async run(actor: Actor, input: RankingTrial): Promise<string> {
    const actorRole = actingRole(actor, ['Tabulator', 'Approver', 'CityRegistrar', 'Supervisor']);
    const { categoryId, rule, drop, quota, without } = input;
    const { lock, job } = await this.analysis.of(categoryId);
    if (!job?.result) throw missing();
    actingRole(actor, [actorRole], lock.programmeId);
    const { ratings } = job.result;
    if (without !== null && !ratings.some(({ judge }) => judge === without)) {
      throw new Refusal('awards.trial.unknownSeat', { seat: without }, 'without');
    }
    const entries = new Set(ratings.map(({ entry }) => entry)).size;
    if (quota > entries) throw new Refusal('awards.trial.quotaTooLarge', { entries }, 'quota');
    return this.database.transaction(async () => {
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'standings.trial',
        subjectType: 'standings',
        subjectId: lock.id,
        programmeId: lock.programmeId,
        details: { number: lock.number, rule, drop, quota, without },
      });
      return this.calculations.request(actor, {
        kind: 'standings.trial',
        subjectType: 'standings',
        subjectId: lock.id,
        programmeId: lock.programmeId,
        input: { ratings, without, options: { rule, drop, quota, seed: seedOf(lock.inputHash) } },
        returnPath: `/office/standings/${categoryId}/what-if?trial=:id`,
      });
    });
  }
}
