import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { lockCategory } from '../../rules/provenance/lock-category.js';
import { rankCategory } from '../../rules/ranking/rank-category.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { Standing } from './standing.entity.js';
import { StandingLock } from './standing-lock.entity.js';
import { GatherInputs } from './gather-inputs.js';
import { LockReadiness, refusedBy } from './lock-readiness.js';
import { contentHash } from './content-hash.js';
import { standingRows } from './standing-rows.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';
import { refuseRuleAuthor } from './refuse-rule-author.js';
import { lockStandings } from './lock-standings.js';

/** Rows of one INSERT; their working is long. */
const ROWS = 100;

/** The first of two people computes the standings of a category; nobody sees them before the lock. */
@Injectable()
export class ComputeStandings {
  constructor(
    private readonly database: Database,
    private readonly gather: GatherInputs,
    private readonly readiness: LockReadiness,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    input: { readonly categoryId: string; readonly spreadNote: string | null },
  ): Promise<{ lockId: string }> {
    const actorRole = actingRole(actor, ['Tabulator']);
    return this.database.transaction(async () => {
      await lockStandings(this.database, input.categoryId);
      const gathered = await this.gather.run(input.categoryId);
      actingRole(actor, ['Tabulator'], gathered.programme.id);
      await refuseRuleAuthor(this.database, actor, gathered.programme.id);
      const [obstacle] = await this.readiness.obstacles(gathered);
      if (obstacle) throw refusedBy(obstacle);
      const spreads = await this.readiness.openSpreads(gathered);
      if (spreads.length && !input.spreadNote) {
        throw new Refusal('awards.lock.spread', { receipts: spreads.join(' ') }, 'spreadNote');
      }
      const { inputs, rules } = gathered;
      const ranking = rankCategory(
        rules.rules,
        inputs.category,
        inputs.applications,
        inputs.ballots,
      );
      const result = lockCategory(rules.rules, inputs);
      const lockId = newId();
      const rows = standingRows(lockId, gathered, ranking);
      const number = await this.nextNumber(input.categoryId, gathered.replaces);
      await this.database.repo(StandingLock).insert({
        id: lockId,
        programmeId: gathered.programme.id,
        categoryId: input.categoryId,
        number,
        state: 'Proposed',
        inputHash: gathered.hash,
        input: inputs,
        result,
        spreadNote: spreads.length ? input.spreadNote : null,
        firstBy: actor.accountId,
        firstAt: this.clock.now(),
      } as never);
      for (let from = 0; from < rows.length; from += ROWS) {
        await this.database.repo(Standing).insert(rows.slice(from, from + ROWS) as never);
      }
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'standings.compute',
        subjectType: 'standings',
        subjectId: lockId,
        programmeId: gathered.programme.id,
        details: {
          number,
          inputHash: gathered.hash,
          content: contentHash({ inputs, result, places: rows }),
          applications: rows.length,
          spreads,
        },
      });

      return { lockId };
    });
  }

  /**
   * A computation that was not locked gives way to the next. A locked one stays until the new version
   * is locked, which needs a decision that it does not know of; otherwise it must be unlocked first.
   */
  private async nextNumber(categoryId: string, replaces: string | null): Promise<number> {
    const locks = this.database.repo(StandingLock);
    const known = await locks.find({
      where: { categoryId },
      select: { id: true, number: true, state: true },
    });
    if (known.some(({ id, state }) => lockIn.locked.has(state) && id !== replaces)) {
      throw conflict('awards.lock.already');
    }
    for (const { id } of known.filter(({ state }) => lockIn.proposed.has(state))) {
      await locks.update(id, { state: 'Superseded', supersededAt: this.clock.now() });
    }
    return Math.max(0, ...known.map(({ number }) => number)) + 1;
  }
}
