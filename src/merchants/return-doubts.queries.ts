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

  /** The same for all returns of a year at once, as a table of them asks it. */
  async ofYear(year: number): Promise<(merchantId: string, facts: ReturnFacts) => ReturnDoubts> {
    const stored = await this.database.rows<{
      merchantId: string;
      year: number;
      netWan: number;
      confirmedDoubts: string | null;
    }>(
      `SELECT merchant_id, year, net_wan, confirmed_doubts FROM annual_return
       WHERE year IN (?, ?) ORDER BY merchant_id, year`,
      [year - 1, year],
    );
    const pairs = await this.database.rows<{ merchantId: string; now: number; before: number }>(
      `SELECT n.merchant_id, n.net_wan AS now, b.net_wan AS before ${BOTH_YEARS} ORDER BY n.merchant_id`,
      [year - 1, year],
    );
    const before = new Map(
      stored.filter((row) => row.year < year).map((row) => [row.merchantId, row.netWan]),
    );
    const confirmed = new Map(
      stored
        .filter((row) => row.year === year)
        .map(({ merchantId, confirmedDoubts }) => [
          merchantId,
          JSON.parse(confirmedDoubts ?? '[]') as readonly string[],
        ]),
    );
    const own = new Map(pairs.map((pair) => [pair.merchantId, pair]));
    const sum = (key: 'now' | 'before') => pairs.reduce((total, pair) => total + pair[key], 0);
    const city = { now: sum('now'), before: sum('before') };
    return (merchantId, facts) => {
      const mine = own.get(merchantId) ?? { now: 0, before: 0 };
      const all = returnDoubts(facts, {
        year,
        netBefore: before.get(merchantId) ?? null,
        cityGrowthPct: growth(city.now - mine.now, city.before - mine.before),
      });
      const known = confirmed.get(merchantId) ?? [];
      return { all, open: all.filter((one) => !known.includes(doubtKey(one))) };
    };
  }

  /** Of the other merchants that filed both years, doubted figures aside. */
  private async cityGrowth(merchantId: string, year: number): Promise<number | null> {
    const row = await this.database.row<{ now: number | null; before: number | null }>(
      `SELECT SUM(n.net_wan) AS now, SUM(b.net_wan) AS before ${BOTH_YEARS} AND n.merchant_id <> ?`,
      [year - 1, year, merchantId],
    );
    return growth(Number(row?.now ?? 0), Number(row?.before ?? 0));
  }
}

/** Merchants of the city that filed a year and the one before. */
const BOTH_YEARS = `FROM ${BELIEVED_RETURNS} n
  JOIN ${BELIEVED_RETURNS} b ON b.merchant_id = n.merchant_id AND b.year = ?
  JOIN ${COUNTED_MERCHANTS} m ON m.id = n.merchant_id WHERE n.year = ?`;

/** Hundredths of a point; null where nothing is known of the year before. */
function growth(now: number, before: number): number | null {
  return before > 0 ? Math.round(((now - before) * 10_000) / before) : null;
}
