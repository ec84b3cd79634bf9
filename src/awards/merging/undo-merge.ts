import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import { holdBoth } from './hold-merged.js';
import { MerchantMerge, type MovedRow } from './merchant-merge.entity.js';
import { moveRows } from './move-rows.js';

/**
 * The two were not one: every row that moved goes back to whom it came from. What came since stays, but for
 * what hangs on one that went back.
 */
@Injectable()
export class UndoMerge {
  constructor(
    private readonly database: Database,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, mergeId: string): Promise<{ mergedId: string }> {
    const actorRole = actingRole(actor, ['CityRegistrar']);
    return this.database.transaction(async () => {
      const merges = this.database.repo(MerchantMerge);
      const found = await merges.findOneBy({ id: mergeId });
      if (!found) throw missing();
      const { mergedId, keptId } = found;
      const { one: merged, other: kept } = await holdBoth(this.database, mergedId, keptId);
      const row = await merges.findOneByOrFail({ id: mergeId });
      if (row.undoneAt) throw conflict('merchants.unmerge.done');
      if (kept.mergedIntoId) throw new Refusal('merchants.unmerge.keptMerged', { name: kept.name });
      await moveRows(this.database, row.moved.map(back));
      await moveRows(this.database, await this.since(mergedId, keptId));
      await this.database.execute('UPDATE merchant SET merged_into_id = NULL WHERE id = ?', [
        mergedId,
      ]);
      await merges.save(
        Object.assign(row, { undoneBy: actor.accountId, undoneAt: this.clock.now() }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'merchant.unmerge',
        subjectType: 'merchant',
        subjectId: mergedId,
        details: { from: keptId, rows: row.moved.length, hash: hashOf(row.moved) },
        changesPublicPages: true,
      });
      const news = {
        kind: 'merchant.unmerged',
        variables: { merged: merged.name, kept: kept.name },
        path: '/my',
      };
      await this.notify.merchant(mergedId, news);
      await this.notify.merchant(keptId, news);
      return { mergedId };
    });
  }

  /** Titles of the applications that went back, and ties that name the merged record by its code. */
  private async since(mergedId: string, keptId: string): Promise<MovedRow[]> {
    const ids = (sql: string) =>
      this.database.rows<{ id: string }>(`${sql} ORDER BY 1`, [mergedId, keptId]);
    const titles = await ids(
      `SELECT t.id FROM title t JOIN application a ON a.id = t.application_id
       WHERE a.merchant_id = ? AND t.merchant_id = ?`,
    );
    const ties = await ids(
      `SELECT r.id FROM related_merchant r JOIN merchant m ON m.credit_code = r.credit_code
       WHERE m.id = ? AND r.related_id = ?`,
    );
    const rows = [
      ...titles.map(({ id }) => ({ table: 'title', column: 'merchant_id', id })),
      ...ties.map(({ id }) => ({ table: 'related_merchant', column: 'related_id', id })),
    ];
    return rows.map((one) => ({ ...one, from: keptId, to: mergedId }));
  }
}

const back = ({ from, to, ...row }: MovedRow): MovedRow => ({ ...row, from: to, to: from });
