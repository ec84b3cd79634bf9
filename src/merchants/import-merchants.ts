import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { Journal } from '../journal/journal.js';
import { Refusal, conflict } from '../rules/refusal.js';
import { type Report, partOf, unreported } from '../web/imports/import-progress.js';
import type { ImportOrder } from '../web/imports/import-steps.js';
import { MerchantRecord } from './merchant-record.js';
import { MerchantVersion } from './merchant-version.entity.js';
import { Merchant } from './merchant.entity.js';
import { creditCodeRule } from './register-merchant.js';
import { type ImportPlan, PlanImport, type PlannedRow } from './plan-import.js';

/**
 * Enters a register file: all rows or none, one journal entry with the counts and the file's hash,
 * one version row a merchant. Two thousand merchants take well under three seconds.
 */
@Injectable()
export class ImportMerchants {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly record: MerchantRecord,
    private readonly planImport: PlanImport,
  ) {}

  /** @throws Refusal of kind conflict when the consequences are no longer those that were shown */
  async run(
    by: { accountId: string | null; role: string },
    order: ImportOrder,
    report: Report = unreported,
  ): Promise<ImportPlan> {
    try {
      return await this.enter(by, order, report);
    } catch (error) {
      if (isUniqueViolation(error, creditCodeRule)) throw conflict('merchants.import.changed');
      throw error;
    }
  }

  private enter(
    by: { accountId: string | null; role: string },
    { content, digest, confirmed }: ImportOrder,
    report: Report,
  ): Promise<ImportPlan> {
    return this.database.transaction(async () => {
      const plan = await this.planImport.run(content, partOf(report, 0, 0.4));
      if (plan.errors.length) {
        throw new Refusal('merchants.import.hasErrors', { count: plan.errors.length }, 'file');
      }
      if (digest !== null && digest !== plan.digest) throw conflict('merchants.import.changed');
      const asked = plan.warnings.filter(({ asks }) => asks).length;
      if (asked && !confirmed) {
        throw new Refusal('merchants.import.unconfirmed', { count: asked }, 'confirmed');
      }
      const fresh = plan.rows.filter((row) => row.kind === 'new');
      const changed = plan.rows.filter((row) => row.kind === 'changed');
      if (fresh.length + changed.length === 0) return plan;
      // All of them before the first is changed, in the order in which another import takes them too.
      await this.database.lockAll(
        Merchant,
        changed.map(({ known }) => known!.id),
      );
      const importId = newId();
      const versions = this.add(fresh, by.accountId);
      await inChunks(versions.merchants, partOf(report, 0.4, 0.7), (rows) =>
        this.database.repo(Merchant).insert(rows as never),
      );
      for (const [at, row] of changed.entries()) {
        versions.rows.push(await this.change(row, by.accountId));
        await report(0.7 + (0.1 * at) / changed.length);
      }
      await inChunks(versions.rows, partOf(report, 0.8, 1), (rows) =>
        this.database.repo(MerchantVersion).insert(rows as never),
      );
      await this.journal.record({
        actorId: by.accountId,
        actorRole: by.role,
        event: 'merchant.import',
        subjectType: 'import',
        subjectId: importId,
        details: { ...plan.counts, rows: plan.rows.length, file: plan.hash },
        changesPublicPages: true,
      });
      await this.refuseRepeated(fresh, new Set(versions.merchants.map(({ id }) => id)));
      return plan;
    });
  }

  private add(fresh: readonly PlannedRow[], by: string | null) {
    const merchants: (ReturnType<MerchantRecord['columns']> & { readonly id: string })[] = [];
    const rows: MerchantVersion[] = [];
    for (const { facts } of fresh) {
      const columns = this.record.columns(facts);
      const id = newId();
      const unset = {
        creditCodeWarnings: [],
        exemptionStatementId: null,
        relatedPersons: [],
        mergedIntoId: null,
        acceptedAt: columns.changedAt,
        acceptedBy: by,
        registeredAt: columns.changedAt,
        version: 1,
      };
      merchants.push({ ...columns, ...unset, id });
      rows.push(this.record.version({ id, version: 1 }, facts, by));
    }
    return { merchants, rows };
  }

  /**
   * No rule of the database keeps two records of one person without a credit code apart. The entry has
   * the head of the journal: another import has committed by now, or waits for this one.
   */
  private async refuseRepeated(fresh: readonly PlannedRow[], own: ReadonlySet<string>) {
    const people = fresh.map(({ facts }) => facts).filter(({ creditCode }) => creditCode === null);
    if (people.length === 0) return;
    const { ofAnother } = await this.planImport.find(people);
    if (people.some((facts) => ofAnother(facts, own))) throw conflict('merchants.import.changed');
  }

  /** The row as planned; a merchant saved in between makes the whole import wait. */
  private async change({ facts, known }: PlannedRow, by: string | null): Promise<MerchantVersion> {
    const { id, version } = known!;
    const merchants = this.database.repo(Merchant);
    const { birthDateSealed: _birth, personIdSealed: _id, ...columns } = this.record.columns(facts);
    const codeKept = known!.facts.creditCode === facts.creditCode;
    const result = await merchants.update(
      { id, version },
      { ...columns, ...(codeKept ? {} : { creditCodeWarnings: [] }) },
    );
    if (result.affected !== 1) throw conflict('merchants.import.changed');
    return this.record.version({ id, version: version + 1 }, facts, by);
  }
}

async function inChunks<T>(
  rows: readonly T[],
  report: Report,
  work: (rows: readonly T[]) => Promise<unknown>,
) {
  for (let at = 0; at < rows.length; at += 200) {
    await work(rows.slice(at, at + 200));
    await report(at / rows.length);
  }
}
