import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { titleIn } from '../rules/lifecycle/title-groups.js';
import { FEWEST_BEHIND_A_SUM } from '../rules/census/census-table.js';
import { completeYears } from '../rules/census/complete-years.js';
import { BELIEVED_RETURNS, COUNTED_MERCHANTS } from '../merchants/counted.js';
import { quotedList } from '../database/quoted-list.js';

export interface LatestNotice {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly postedOn: string;
}

export interface HonoursTotals {
  readonly titles: number;
  readonly merchants: number;
  readonly programmes: number;
  readonly latestYear: number | null;
}

export interface RegistryTotals {
  readonly merchants: number;
  readonly shops: number;
  readonly parks: number;
  readonly pilotSites: number;
}

/** Sums of one calendar year; money in hundredths of 万元. */
export interface YearTotals {
  readonly year: number;
  readonly returns: number;
  readonly netWan: number;
  readonly staff: number;
  /** Merchants with net sales of 100万元 or more. */
  readonly large: number;
}

/** What the home page counts; public figures only. */
@Injectable()
export class HomeQueries {
  constructor(private readonly database: Database) {}

  notices(): Promise<LatestNotice[]> {
    return this.database.rows<LatestNotice>(
      'SELECT id, kind, title, posted_on FROM notice ORDER BY posted_on DESC, posted_at DESC, id LIMIT 6',
    );
  }

  async honours(): Promise<HonoursTotals> {
    const row = await this.database.row<HonoursTotals>(
      `SELECT COUNT(*) AS titles, COUNT(DISTINCT merchant_id) AS merchants,
              COUNT(DISTINCT programme_id) AS programmes, MAX(year) AS latest_year
       FROM title WHERE state NOT IN (${quotedList(titleIn.revoked)})`,
    );
    return row!;
  }

  async registry(): Promise<RegistryTotals> {
    const row = await this.database.row<RegistryTotals>(
      `SELECT (SELECT COUNT(*) FROM ${COUNTED_MERCHANTS} m) AS merchants,
              (SELECT COUNT(*) FROM shop s JOIN ${COUNTED_MERCHANTS} m ON m.id = s.merchant_id) AS shops,
              (SELECT COUNT(*) FROM park) AS parks,
              (SELECT COUNT(*) FROM pilot_site) AS pilot_sites`,
    );
    return row!;
  }

  /** Two newest years in which the whole register reported, not just this year's applicants; newest first. */
  async years(): Promise<YearTotals[]> {
    const rows = await this.database.rows<YearTotals>(
      `SELECT r.year, COUNT(*) AS returns, SUM(r.net_wan) AS net_wan, SUM(r.staff) AS staff,
              SUM(CASE WHEN r.net_wan >= 10000 THEN 1 ELSE 0 END) AS large
       FROM ${BELIEVED_RETURNS} r JOIN ${COUNTED_MERCHANTS} m ON m.id = r.merchant_id
       GROUP BY r.year ORDER BY r.year DESC`,
    );
    return completeYears(rows).slice(0, 2);
  }

  /** Of the merchants that reported both years, in hundredths of a point; null for too few of them. */
  async growth(year: number): Promise<number | null> {
    const row = await this.database.row<{ pairs: number; now: number; before: number }>(
      `SELECT COUNT(*) AS pairs, COALESCE(SUM(n.net_wan), 0) AS now,
              COALESCE(SUM(b.net_wan), 0) AS before
       FROM ${BELIEVED_RETURNS} n JOIN ${BELIEVED_RETURNS} b ON b.merchant_id = n.merchant_id
       JOIN ${COUNTED_MERCHANTS} m ON m.id = n.merchant_id WHERE n.year = ? AND b.year = ?`,
      [year, year - 1],
    );
    const { pairs, now, before } = row!;
    if (pairs < FEWEST_BEHIND_A_SUM || before <= 0) return null;
    return Math.round(((now - before) * 10_000) / before);
  }
}
