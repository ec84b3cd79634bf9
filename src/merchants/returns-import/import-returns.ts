import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { isUniqueViolation } from '../../database/unique-violation.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import { type Report, partOf, unreported } from '../../web/imports/import-progress.js';
import type { ImportOrder } from '../../web/imports/import-steps.js';
import { AnnualReturn } from '../annual-return.entity.js';
import { filedReturn } from '../filed-return.js';
import { Merchant } from '../merchant.entity.js';
import { PlanReturnsImport, type PlannedReturn, type ReturnsPlan } from './plan-returns-import.js';

const rowsPerInsert = 200;

/** One return of a merchant a year. */
const returnYearRule = {
  table: 'annual_return',
  columns: ['merchant_id', 'year'],
  name: 'annual_return_year_unique',
};

/**
 * Enters the figures of a year that came to the office in a table: all rows or none, in one entry of the
 * journal. What is out of proportion waits as if the merchant had typed it, and each merchant is told.
 */
@Injectable()
export class ImportReturns {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly planImport: PlanReturnsImport,
  ) {}

  /** @throws Refusal of kind conflict when the consequences are no longer those that were shown */
  async run(
    by: { readonly accountId: string | null; readonly role: string },
    order: ImportOrder,
    report: Report = unreported,
  ): Promise<ReturnsPlan> {
    try {
      return await this.enter(by, order, report);
    } catch (error) {
      if (isUniqueViolation(error, returnYearRule)) throw changed();
      throw error;
    }
  }

  private enter(
    by: { readonly accountId: string | null; readonly role: string },
    { content, digest, confirmed }: ImportOrder,
    report: Report,
  ): Promise<ReturnsPlan> {
    return this.database.transaction(async () => {
      const plan = await this.planImport.run(content, partOf(report, 0, 0.4));
      if (plan.errors.length) {
        throw new Refusal('merchants.import.hasErrors', { count: plan.errors.length }, 'file');
      }
      if (digest !== null && digest !== plan.digest) throw changed();
      if (plan.warnings.length && !confirmed) {
        const count = plan.warnings.length;
        throw new Refusal('merchants.import.unconfirmed', { count }, 'confirmed');
      }
      const written = plan.rows.filter(({ kind }) => kind !== 'unchanged');
      if (written.length === 0) return plan;
      const held = await this.database.lockAll(
        Merchant,
        written.map(({ merchantId }) => merchantId),
      );
      if (held.some(({ mergedIntoId }) => mergedIntoId)) throw changed();
      await this.write(written, { ...by, year: plan.year }, partOf(report, 0.4, 0.9));
      await this.journal.record({
        actorId: by.accountId,
        actorRole: by.role,
        event: 'annualReturn.import',
        subjectType: 'import',
        subjectId: newId(),
        details: { year: plan.year, ...plan.counts, rows: plan.rows.length, file: plan.hash },
        changesPublicPages: true,
      });
      await this.tell(written, plan.year, partOf(report, 0.9, 1));
      return plan;
    });
  }

  private async write(
    written: readonly PlannedReturn[],
    { accountId, year }: { readonly accountId: string | null; readonly year: number },
    report: Report,
  ): Promise<void> {
    const returns = this.database.repo(AnnualReturn);
    const at = this.clock.now();
    const fresh: object[] = [];
    let done = 0;
    for (const { merchantId, facts, doubts, known } of written) {
      const before = known && {
        doubted: known.doubted,
        confirmedDoubts: JSON.parse(known.confirmedDoubts ?? 'null') as string[] | null,
      };
      const { columns } = filedReturn(facts, { known: before, doubts, filedBy: accountId, at });
      done += 1;
      if (!known) {
        fresh.push({ ...columns, id: newId(), merchantId, year, version: 1 });
        continue;
      }
      const { id, version } = known;
      const result = await returns.update({ id, version }, columns);
      if (result.affected !== 1) throw changed();
      await report((0.7 * done) / written.length);
    }
    for (let from = 0; from < fresh.length; from += rowsPerInsert) {
      await returns.insert(fresh.slice(from, from + rowsPerInsert));
      await report(0.7 + (0.3 * from) / fresh.length);
    }
  }

  /** Whoever acts for the merchant hears that the office has written its figures. */
  private async tell(written: readonly PlannedReturn[], year: number, report: Report) {
    const rows = await this.database.rows<{ merchantId: string }>(
      `SELECT DISTINCT merchant_id FROM duty WHERE ended_at IS NULL AND merchant_id IS NOT NULL
       ORDER BY merchant_id`,
    );
    const reachable = new Set(rows.map(({ merchantId }) => merchantId));
    for (const [at, { merchantId }] of written.entries()) {
      if (!reachable.has(merchantId)) continue;
      await this.notify.merchant(merchantId, {
        kind: 'returnEntered',
        variables: { year: String(year) },
        path: `/my/returns/${year}`,
      });
      await report(at / written.length);
    }
  }
}

const changed = () => conflict('merchants.import.changed');
