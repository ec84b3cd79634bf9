import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { AskJudgesAgain } from '../../judging/conflicts/ask-judges-again.js';
import { Notify } from '../../notifications/notify.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import { holdBoth } from './hold-merged.js';
import { MerchantMerge, type MovedRow } from './merchant-merge.entity.js';
import { type MergePlan, MergePlanQueries } from './merge-plan.queries.js';
import { unchosenYears } from './unchosen-years.js';
import { moveRows } from './move-rows.js';

export interface MergeOrder {
  readonly mergedId: string;
  readonly keptId: string;
  /** Digest of the plan that was shown. */
  readonly digest: string;
  readonly reason: string | null;
  /** Whose figures are kept, by year, where both have filed. */
  readonly returns: Readonly<Record<string, 'kept' | 'merged' | undefined>>;
}

/** Two records are of one merchant: everything of the one moves to the other, and the one points there. */
@Injectable()
export class MergeMerchants {
  constructor(
    private readonly database: Database,
    private readonly plans: MergePlanQueries,
    private readonly askAgain: AskJudgesAgain,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, order: MergeOrder): Promise<{ mergeId: string }> {
    const actorRole = actingRole(actor, ['CityRegistrar']);
    const { mergedId, keptId, reason } = order;
    if (mergedId === keptId) throw new Refusal('merchants.merge.same');
    return this.database.transaction(async () => {
      const { one: merged, other: kept } = await holdBoth(this.database, mergedId, keptId);
      if (merged.mergedIntoId || kept.mergedIntoId) throw conflict('merchants.merge.already');
      const plan = await this.plans.run(mergedId, keptId);
      refuseCollisions(plan);
      if (plan.digest !== order.digest) throw conflict('merchants.merge.changed');
      if (!reason) throw new Refusal('merchants.merge.reasonMissing', {}, 'reason');
      refuseUnchosen(plan, order);
      const moved = [...plan.moves.map(bare), ...chosen(plan, order)];
      await moveRows(this.database, moved);
      await this.database.execute('UPDATE merchant SET merged_into_id = ? WHERE id = ?', [
        keptId,
        mergedId,
      ]);
      if (merged.acceptedAt && !kept.acceptedAt) await this.accept(actor, keptId);
      const mergeId = newId();
      await this.database.repo(MerchantMerge).insert({
        id: mergeId,
        mergedId,
        keptId,
        reason,
        moved,
        mergedBy: actor.accountId,
        mergedAt: this.clock.now(),
        undoneBy: null,
        undoneAt: null,
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'merchant.merge',
        subjectType: 'merchant',
        subjectId: mergedId,
        details: { into: keptId, reason, rows: moved.length, hash: hashOf(moved) },
        changesPublicPages: true,
      });
      // What either record says of the merchant, judges are compared with from now.
      await this.askAgain.run(actor, keptId);
      await this.notify.merchant(keptId, {
        kind: 'merchant.merged',
        variables: { merged: merged.name, kept: kept.name },
        path: '/my',
      });
      return { mergeId };
    });
  }

  /** Where one of two records counted, the merchant did: it goes on to. */
  private async accept({ accountId }: Actor, keptId: string): Promise<void> {
    await this.database.execute(
      'UPDATE merchant SET accepted_at = ?, accepted_by = ? WHERE id = ?',
      [this.clock.now(), accountId, keptId],
    );
    await this.journal.record({
      actorId: accountId,
      actorRole: 'CityRegistrar',
      event: 'merchant.accept',
      subjectType: 'merchant',
      subjectId: keptId,
      details: { how: 'office' },
      changesPublicPages: true,
    });
  }
}

const bare = ({ table, column, id, from, to }: MovedRow): MovedRow => ({
  table,
  column,
  id,
  from,
  to,
});

/** All that stands in the way, so that it can be settled at once. */
function refuseCollisions({ collisions }: MergePlan): void {
  const [collision] = collisions;
  if (!collision) return;
  if (collisions.length === 1) {
    const { kind, label } = collision;
    throw new Refusal(`merchants.merge.collision.${kind}`, { label });
  }
  const labels = collisions.map(({ label }) => label).join(', ');
  throw new Refusal('merchants.merge.collides', { count: collisions.length, labels });
}

function refuseUnchosen({ returns }: MergePlan, order: MergeOrder): void {
  const open = unchosenYears(returns, order.returns);
  const [year] = open;
  if (year === undefined) return;
  const field = `return${year}`;
  if (open.length === 1) throw new Refusal('merchants.merge.chooseReturn', { year }, field);
  throw new Refusal('merchants.merge.chooseReturns', { years: open.join(', ') }, field);
}

/** Of two returns of one year the chosen one is with the kept record, and the other with the merged one. */
function chosen(plan: MergePlan, { mergedId, keptId, returns }: MergeOrder): MovedRow[] {
  return plan.returns.flatMap(({ year, keptReturnId, mergedReturnId }): MovedRow[] => {
    if (returns[String(year)] === 'kept') return [];
    const at = { table: 'annual_return', column: 'merchant_id' };
    return [
      { ...at, id: keptReturnId, from: keptId, to: mergedId },
      { ...at, id: mergedReturnId, from: mergedId, to: keptId },
    ];
  });
}
