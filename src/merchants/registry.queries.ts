import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { SqlValue } from '../database/reader.js';
import { DIVISION_CODES } from '../rules/identifiers/divisions.js';
import { searchName } from '../rules/registry/merchant-facts.js';
import { sizeRange } from '../rules/registry/size-class.js';

export interface RegistrySearch {
  readonly text: string | null;
  readonly divisionCode: string | null;
  readonly sector: string | null;
  readonly sizeClass: string | null;
  /** Year of the figures shown and of "without a return". */
  readonly year: number;
  readonly withoutReturn: boolean;
}

export interface RegistryRow {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly merchantType: string;
  readonly divisionCode: string;
  readonly sector: string;
  readonly shops: number;
  readonly netWan: number | null;
}

export interface CompletenessRow {
  readonly divisionCode: string;
  readonly merchants: number;
  readonly withReturn: number;
  readonly withoutShop: number;
  readonly withoutIntro: number;
}

export interface CallRow {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly contactName: string;
  readonly contactMobileSealed: string;
}

export const PAGE_SIZE = 50;

/** The customary order of divisions for ORDER BY. */
const order = `CASE m.division_code ${DIVISION_CODES.map((code, at) => `WHEN '${code}' THEN ${at}`).join(' ')} ELSE 99 END`;

/** The register as the offices read it: always the same number of queries, however long the list. */
@Injectable()
export class RegistryQueries {
  constructor(private readonly database: Database) {}

  async search(
    search: RegistrySearch,
    page: number,
  ): Promise<{ rows: RegistryRow[]; total: number }> {
    const { from, values } = conditions(search);
    const count = await this.database.row<{ total: number }>(
      `SELECT COUNT(*) AS total ${from}`,
      values,
    );
    const rows = await this.database.rows<RegistryRow>(
      `SELECT m.id, m.name, m.credit_code, m.merchant_type, m.division_code, m.sector, r.net_wan,
              (SELECT COUNT(*) FROM shop s WHERE s.merchant_id = m.id AND s.status <> 'closed') AS shops
       ${from} ORDER BY ${order}, m.search_name, m.id LIMIT ? OFFSET ?`,
      [...values, PAGE_SIZE, (page - 1) * PAGE_SIZE],
    );
    return {
      total: count?.total ?? 0,
      rows,
    };
  }

  /** Whole rows of everything found, for an export. */
  exportRows(search: RegistrySearch): Promise<Record<string, unknown>[]> {
    const { from, values } = conditions(search);
    return this.database.rows<Record<string, unknown>>(
      `SELECT m.* ${from} ORDER BY ${order}, m.search_name, m.id`,
      values,
    );
  }

  /** What is missing in each division's register for a year (S08). */
  completeness(year: number): Promise<CompletenessRow[]> {
    return this.database.rows<CompletenessRow>(
      `SELECT m.division_code, COUNT(*) AS merchants, COUNT(r.id) AS with_return,
              SUM(CASE WHEN EXISTS (SELECT 1 FROM shop s WHERE s.merchant_id = m.id) THEN 0 ELSE 1 END)
                AS without_shop,
              SUM(CASE WHEN m.intro = '' THEN 1 ELSE 0 END) AS without_intro
       FROM merchant m LEFT JOIN annual_return r ON r.merchant_id = m.id AND r.year = ?
       WHERE m.merged_into_id IS NULL GROUP BY m.division_code ORDER BY ${order}`,
      [year],
    );
  }

  /** Merchants of a division without a return for a year, with whom to call. */
  callList(divisionCode: string, year: number): Promise<CallRow[]> {
    return this.database.rows<CallRow>(
      `SELECT m.id, m.name, m.town, m.contact_name, m.contact_mobile_sealed FROM merchant m
       LEFT JOIN annual_return r ON r.merchant_id = m.id AND r.year = ?
       WHERE m.merged_into_id IS NULL AND m.division_code = ? AND r.id IS NULL
       ORDER BY m.town, m.search_name, m.id`,
      [year, divisionCode],
    );
  }

  versions(merchantId: string): Promise<VersionRow[]> {
    return this.database.rows<VersionRow>(
      `SELECT v.number, v.facts, v.changed_at, a.person_name FROM merchant_version v
       LEFT JOIN account a ON a.id = v.changed_by WHERE v.merchant_id = ? ORDER BY v.number DESC, v.id`,
      [merchantId],
    );
  }

  /** Who acts for a merchant now. */
  agents(merchantId: string): Promise<{ personName: string; role: string; grantedAt: string }[]> {
    return this.database.rows(
      `SELECT a.person_name, d.role, d.granted_at FROM duty d JOIN account a ON a.id = d.account_id
       WHERE d.merchant_id = ? AND d.ended_at IS NULL ORDER BY d.granted_at, d.id`,
      [merchantId],
    );
  }
}

export interface VersionRow {
  readonly number: number;
  readonly facts: string;
  readonly changedAt: string;
  readonly personName: string | null;
}

function conditions(search: RegistrySearch): { from: string; values: SqlValue[] } {
  const parts = ['m.merged_into_id IS NULL'];
  const values: SqlValue[] = [search.year];
  const add = (sql: string, ...given: SqlValue[]) => {
    parts.push(sql);
    values.push(...given);
  };
  if (search.text) {
    const name = like(searchName(search.text));
    const code = like(search.text.normalize('NFKC').toUpperCase().trim());
    add("(m.search_name LIKE ? ESCAPE '!' OR m.credit_code LIKE ? ESCAPE '!')", name, code);
  }
  if (search.divisionCode) add('m.division_code = ?', search.divisionCode);
  if (search.sector) add('m.sector = ?', search.sector);
  if (search.withoutReturn) add('r.id IS NULL');
  const size = search.sizeClass ? sizeRange(search.sizeClass) : null;
  if (size) add('r.net_wan >= ?', size.from);
  if (size?.to) add('r.net_wan < ?', size.to);
  return {
    from: `FROM merchant m LEFT JOIN annual_return r ON r.merchant_id = m.id AND r.year = ?
       WHERE ${parts.join(' AND ')}`,
    values,
  };
}

function like(text: string): string {
  return `%${text.replace(/[!%_]/g, '!$&')}%`;
}
