import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { nameKey } from '../rules/identifiers/name-skeleton.js';
import { type DuplicateReason, likelyDuplicates } from '../rules/registry/likely-duplicates.js';
import { MerchantRecord } from './merchant-record.js';

export interface FoundMerchant {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly divisionCode: string;
}

export interface DuplicatePair {
  readonly one: FoundMerchant;
  readonly other: FoundMerchant;
  readonly reasons: readonly DuplicateReason[];
}

type Row = FoundMerchant & {
  readonly idValue: string | null;
  readonly contactMobileSealed: string;
};

/** Records of the register that may be of one merchant. */
@Injectable()
export class DuplicateQueries {
  constructor(
    private readonly database: Database,
    private readonly record: MerchantRecord,
  ) {}

  async pairs(): Promise<DuplicatePair[]> {
    const rows = await this.rows();
    const byId = new Map(rows.map((row) => [row.id, row]));
    const found = likelyDuplicates(
      rows.map((row) => ({ ...row, contactMobile: this.record.open(row.contactMobileSealed) })),
    );
    return found.map(({ one, other, reasons }) => ({
      one: byId.get(one)!,
      other: byId.get(other)!,
      reasons,
    }));
  }

  /** Records to merge with, by a part of the name or by the code. */
  async search(text: string, without: string, most: number): Promise<FoundMerchant[]> {
    const key = nameKey(text);
    if (key === '') return [];
    const rows = await this.rows();
    return rows
      .filter(({ id }) => id !== without)
      .filter((row) => nameKey(row.name).includes(key) || nameKey(row.creditCode ?? '') === key)
      .slice(0, most);
  }

  private rows(): Promise<Row[]> {
    return this.database.rows<Row>(
      `SELECT id, name, credit_code, division_code, id_value, contact_mobile_sealed
       FROM merchant WHERE merged_into_id IS NULL ORDER BY id`,
    );
  }
}
