import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { BELIEVED_RETURNS, COUNTED_MERCHANTS } from '../merchants/counted.js';
import { type CensusSums, addSums } from '../rules/census/census-table.js';
import type { YearOfReturns } from '../rules/census/complete-years.js';
import { NOTABLE_SALES, SIZE_CLASSES } from '../rules/registry/size-class.js';

interface GroupRow extends CensusSums {
  readonly divisionCode: string;
  readonly sector: string;
}

export interface CensusSumsByGroup {
  readonly divisions: ReadonlyMap<string, CensusSums>;
  readonly sectors: ReadonlyMap<string, CensusSums>;
  readonly sizes: ReadonlyMap<string, CensusSums>;
}

export interface PilotRow {
  readonly kind: 'town' | 'village';
  readonly name: string;
  readonly sinceYear: number;
}

const sizeCase = SIZE_CLASSES.toReversed()
  .slice(0, -1)
  .map(({ code, from }) => `WHEN r.net_wan >= ${from} THEN '${code}'`)
  .join(' ');

const joined = `FROM ${COUNTED_MERCHANTS} m
  LEFT JOIN ${BELIEVED_RETURNS} r ON r.merchant_id = m.id AND r.year = ?
  LEFT JOIN ${BELIEVED_RETURNS} b ON b.merchant_id = m.id AND b.year = ?
  WHERE m.founded_on <= ?`;

const sums = `COUNT(*) AS merchants, COUNT(r.id) AS filed, COUNT(b.id) AS filed_before,
  COALESCE(SUM(r.net_wan), 0) AS net_wan, COALESCE(SUM(b.net_wan), 0) AS net_wan_before,
  COALESCE(SUM(r.staff), 0) AS people,
  COALESCE(SUM(CASE WHEN r.id IS NOT NULL AND b.id IS NOT NULL THEN 1 ELSE 0 END), 0) AS pairs,
  COALESCE(SUM(CASE WHEN b.id IS NOT NULL THEN r.net_wan END), 0) AS pair_now,
  COALESCE(SUM(CASE WHEN r.id IS NOT NULL THEN b.net_wan END), 0) AS pair_before,
  COALESCE(SUM(CASE WHEN r.net_wan >= ${NOTABLE_SALES} THEN 1 ELSE 0 END), 0) AS notable`;

/** Sums over the register; three queries, however many merchants. */
@Injectable()
export class CensusQueries {
  constructor(private readonly database: Database) {}

  /** Years with figures, newest first, and how many merchants stand behind each. */
  years(): Promise<YearOfReturns[]> {
    return this.database.rows<YearOfReturns>(
      `SELECT r.year, COUNT(*) AS returns FROM ${BELIEVED_RETURNS} r
       JOIN ${COUNTED_MERCHANTS} m ON m.id = r.merchant_id GROUP BY r.year ORDER BY r.year DESC`,
    );
  }

  async sums(year: number): Promise<CensusSumsByGroup> {
    const values = [year, year - 1, `${year}-12-31`];
    const groups = await this.database.rows<GroupRow>(
      `SELECT m.division_code, m.sector, 0 AS shops, ${sums} ${joined}
       GROUP BY m.division_code, m.sector ORDER BY m.division_code, m.sector`,
      values,
    );
    const shops = await this.database.rows<GroupRow>(
      `SELECT m.division_code, m.sector, COUNT(*) AS shops, 0 AS merchants, 0 AS filed,
              0 AS filed_before, 0 AS net_wan, 0 AS net_wan_before, 0 AS people, 0 AS notable,
              0 AS pairs, 0 AS pair_now, 0 AS pair_before
       FROM shop s JOIN ${COUNTED_MERCHANTS} m ON m.id = s.merchant_id
       WHERE s.status <> 'closed' AND s.opened_on <= ? AND m.founded_on <= ?
       GROUP BY m.division_code, m.sector ORDER BY m.division_code, m.sector`,
      [`${year}-12-31`, `${year}-12-31`],
    );
    const sizes = await this.database.rows<CensusSums & { size: string }>(
      `SELECT CASE ${sizeCase} ELSE '${SIZE_CLASSES[0].code}' END AS size, 0 AS shops, ${sums} ${joined}
       AND r.id IS NOT NULL GROUP BY size ORDER BY size`,
      values,
    );
    return {
      divisions: grouped([...groups, ...shops], (row) => row.divisionCode),
      sectors: grouped([...groups, ...shops], (row) => row.sector),
      sizes: grouped(sizes, (row) => row.size),
    };
  }

  /** One division by sector, for its own office. */
  async division(divisionCode: string, year: number): Promise<ReadonlyMap<string, CensusSums>> {
    const groups = await this.database.rows<GroupRow>(
      `SELECT m.division_code, m.sector,
              SUM((SELECT COUNT(*) FROM shop s WHERE s.merchant_id = m.id AND s.status <> 'closed'
                   AND s.opened_on <= ?)) AS shops, ${sums} ${joined} AND m.division_code = ?
       GROUP BY m.division_code, m.sector ORDER BY m.sector`,
      [`${year}-12-31`, year, year - 1, `${year}-12-31`, divisionCode],
    );
    return grouped(groups, (row) => row.sector);
  }

  pilots(divisionCode: string): Promise<PilotRow[]> {
    return this.database.rows<PilotRow>(
      `SELECT kind, name, since_year FROM pilot_site WHERE division_code = ?
       ORDER BY kind, since_year, name, id`,
      [divisionCode],
    );
  }
}

function grouped<R extends CensusSums>(
  rows: readonly R[],
  keyOf: (row: R) => string,
): ReadonlyMap<string, CensusSums> {
  const found = new Map<string, CensusSums>();
  for (const row of rows) found.set(keyOf(row), addSums(found.get(keyOf(row)), row));
  return found;
}
