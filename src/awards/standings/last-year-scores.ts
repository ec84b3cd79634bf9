import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { LastYear, type LastYearTrial } from '../../programmes/last-year.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';
import type { CategoryInputs } from '../../rules/provenance/results-bundle.js';
import { tryRules } from '../../rules/ranking/try-rules.js';
import type { CategoryCode, RuleSet } from '../../rules/scoring/rule-set.js';
import type { StandingSummary } from './standing.entity.js';

/** Other rules on the locked scores of the last programme whose list is published. */
@Injectable()
export class LastYearScores implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly lastYear: LastYear,
  ) {}

  onModuleInit(): void {
    this.lastYear.answerBy((...question) => this.try(...question));
  }

  private async try(
    programmeId: string,
    category: CategoryCode,
    rules: RuleSet,
  ): Promise<LastYearTrial | null> {
    const lock = await this.database.row<{
      id: string;
      programmeId: string;
      name: string;
      input: string;
    }>(
      `SELECT l.id, l.programme_id, p.name, l.input
       FROM standing_lock l
       JOIN category c ON c.id = l.category_id
       JOIN programme p ON p.id = l.programme_id
       WHERE l.state IN (${quotedList(lockIn.locked)}) AND c.code = ? AND p.id <> ?
         AND p.state IN (${quotedList(programmeIn.finished)})
       ORDER BY p.year DESC, l.number DESC, l.id LIMIT 1`,
      [category, programmeId],
    );
    if (!lock) return null;
    const then = await this.programmes.rules(lock.programmeId);
    const rows = await this.database.rows<{ summary: string }>(
      'SELECT summary FROM standing WHERE lock_id = ? ORDER BY id',
      [lock.id],
    );
    const summaries = rows.map(({ summary }) => JSON.parse(summary) as StandingSummary);
    return {
      programme: lock.name,
      category,
      trial: tryRules(then.rules, rules, JSON.parse(lock.input) as CategoryInputs),
      names: new Map(summaries.map(({ receipt, merchant }) => [receipt, merchant])),
    };
  }
}
