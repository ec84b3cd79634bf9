import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { ReturnFacts } from '../rules/registry/check-return.js';
import type { ShopFigures } from './annual-return.entity.js';

/** One year's figures; money in hundredths of 万元. */
export interface ReturnRow {
  readonly id: string;
  readonly merchantId: string;
  readonly year: number;
  readonly grossWan: number;
  readonly refundWan: number;
  readonly netWan: number;
  readonly agencyWan: number;
  readonly wholesaleWan: number;
  readonly farmGoodsNetWan: number | null;
  readonly orders: number;
  readonly parcels: number;
  readonly staff: number;
  readonly insuredYearEnd: number;
  readonly insuredAverage: number;
  readonly shops: readonly ShopFigures[];
  /** The totals that `FileReturn` keeps together, by key. */
  readonly figures: Readonly<Record<string, number | null>>;
  /** 1 while the office has not settled what is in doubt. */
  readonly doubted: number | null;
  /** Null where the merchant itself was never asked. */
  readonly confirmedDoubts: string | null;
  readonly checkedAt: string | null;
  readonly checkNote: string | null;
  readonly filedBy: string | null;
  readonly filedAt: string;
  readonly version: number;
}

@Injectable()
export class ReturnQueries {
  constructor(private readonly database: Database) {}

  /** A merchant's returns, newest year first. */
  async ofMerchant(merchantId: string): Promise<ReturnRow[]> {
    const rows = await this.database.rows<Stored>(
      'SELECT * FROM annual_return WHERE merchant_id = ? ORDER BY year DESC, id',
      [merchantId],
    );
    return rows.map(parse);
  }

  async byId(id: string): Promise<ReturnRow | null> {
    const row = await this.database.row<Stored>('SELECT * FROM annual_return WHERE id = ?', [id]);
    return row ? parse(row) : null;
  }

  /** All of one year, by merchant. */
  async allOfYear(year: number): Promise<ReadonlyMap<string, ReturnRow>> {
    const rows = await this.database.rows<Stored>(
      'SELECT * FROM annual_return WHERE year = ? ORDER BY merchant_id',
      [year],
    );
    return new Map(rows.map((row) => [row.merchantId, parse(row)]));
  }

  async ofYear(merchantId: string, year: number): Promise<ReturnRow | null> {
    const row = await this.database.row<Stored>(
      'SELECT * FROM annual_return WHERE merchant_id = ? AND year = ?',
      [merchantId, year],
    );
    return row ? parse(row) : null;
  }
}

type Stored = Omit<ReturnRow, 'shops' | 'figures'> & { shops: string; figures: string };

function parse(row: Stored): ReturnRow {
  return {
    ...row,
    shops: JSON.parse(row.shops) as ShopFigures[],
    figures: JSON.parse(row.figures) as Record<string, number | null>,
  };
}

/** A return as the rules see it. */
export function returnFacts({ figures, ...row }: ReturnRow): ReturnFacts {
  const given = (key: string) => figures[key] ?? null;
  return {
    ...row,
    selfOperatedWan: given('selfOperatedWan'),
    physicalWan: given('physicalWan'),
    serviceWan: given('serviceWan'),
    taxPaidWan: given('taxPaidWan'),
    familyWorkers: given('familyWorkers'),
    refundRatePct: given('refundRatePct'),
    disputeRefundRatePct: given('disputeRefundRatePct'),
    complaintsReceived: given('complaintsReceived'),
    complaintsSettled: given('complaintsSettled'),
    complaintsAgainst: given('complaintsAgainst'),
    complaintsUnanswered: given('complaintsUnanswered'),
  };
}
