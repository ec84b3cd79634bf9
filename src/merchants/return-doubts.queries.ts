import { Injectable } from '@nestjs/common';
import { BELIEVED_RETURNS, COUNTED_MERCHANTS } from './counted.js';
import { Database } from '../database/database.js';
import type { ReturnFacts } from '../rules/registry/check-return.js';
import { type FieldProblem, doubtKey } from '../rules/registry/field-problem.js';
import { returnDoubts } from '../rules/registry/return-doubts.js';

export interface ReturnDoubts {
  /** Every doubt about the figures, confirmed before or not. */
  readonly all: readonly FieldProblem[];
  /** Those that the merchant has not confirmed of exactly these figures. */
  readonly open: readonly FieldProblem[];
}

/** Asks the rule about one return, with what only the database knows. */
@Injectable()
export class ReturnDoubtQueries {
  constructor(private readonly database: Database) {}

  async run(merchantId: string, year: number, facts: ReturnFacts): Promise<ReturnDoubts> {
    const own = await this.database.rows<{
      year: number;
      netWan: number;
      confirmedDoubts: string | null;
    }>(
      `SELECT year, net_wan, confirmed_doubts FROM annual_return
       WHERE merchant_id = ? AND year IN (?, ?) ORDER BY year`,
      [merchantId, year - 1, year],
    );
    const stored = own.find((row) => row.year === year)?.confirmedDoubts;
    const confirmed = JSON.parse(stored ?? '[]') as readonly string[];
    const all = returnDoubts(facts, {
      year,
      netBefore: own.find((row) => row.year === year - 1)?.netWan ?? null,
      cityGrowthPct: await this.cityGrowth(merchantId, year),
    });
    return { all, open: all.filter((one) => !confirmed.includes(doubtKey(one))) };
  }

  /** Of the other merchants that filed both years, doubted figures aside. */
  private async cityGrowth(merchantId: string, year: number): Promise<number | null> {
    const row = await this.database.row<{ now: number | null; before: number | null }>(
      `SELECT SUM(n.net_wan) AS now, SUM(b.net_wan) AS before
       FROM ${BELIEVED_RETURNS} n
       JOIN ${BELIEVED_RETURNS} b ON b.merchant_id = n.merchant_id AND b.year = ?
       JOIN ${COUNTED_MERCHANTS} m ON m.id = n.merchant_id
       WHERE n.year = ? AND n.merchant_id <> ?`,
      [year - 1, year, merchantId],
    );
    const [now, before] = [Number(row?.now ?? 0), Number(row?.before ?? 0)];
    return before > 0 ? Math.round(((now - before) * 10_000) / before) : null;
  }
}
