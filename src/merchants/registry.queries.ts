import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { COUNTED_MERCHANTS } from './counted.js';
import { DIVISION_CODES } from '../rules/identifiers/divisions.js';

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

/** The customary order of divisions for ORDER BY. */
export const DIVISION_ORDER = `CASE m.division_code ${DIVISION_CODES.map((code, at) => `WHEN '${code}' THEN ${at}`).join(' ')} ELSE 99 END`;

/** The register as the offices read it: always the same number of queries, however long the list. */
@Injectable()
export class RegistryQueries {
  constructor(private readonly database: Database) {}

  /** What is missing in each division's register for a year (S08). */
  completeness(year: number): Promise<CompletenessRow[]> {
    return this.database.rows<CompletenessRow>(
      `SELECT m.division_code, COUNT(*) AS merchants, COUNT(r.id) AS with_return,
              SUM(CASE WHEN EXISTS (SELECT 1 FROM shop s WHERE s.merchant_id = m.id) THEN 0 ELSE 1 END)
                AS without_shop,
              SUM(CASE WHEN m.intro = '' THEN 1 ELSE 0 END) AS without_intro
       FROM ${COUNTED_MERCHANTS} m
       LEFT JOIN annual_return r ON r.merchant_id = m.id AND r.year = ? GROUP BY m.division_code ORDER BY ${DIVISION_ORDER}`,
      [year],
    );
  }

  /** Merchants of a division without a return for a year, with whom to call. */
  callList(divisionCode: string, year: number): Promise<CallRow[]> {
    return this.database.rows<CallRow>(
      `SELECT m.id, m.name, m.town, m.contact_name, m.contact_mobile_sealed
       FROM ${COUNTED_MERCHANTS} m
       LEFT JOIN annual_return r ON r.merchant_id = m.id AND r.year = ?
       WHERE m.division_code = ? AND r.id IS NULL
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
