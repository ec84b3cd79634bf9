import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
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
  /** 1 while doubts wait for the merchant's word. */
  readonly doubted: number | null;
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
