import type { Database } from '../database/database.js';
import { type RecordFacts, RECORD_FIELDS, searchName } from '../rules/registry/merchant-facts.js';
import type { MerchantRecord } from './merchant-record.js';

export interface KnownMerchant {
  readonly id: string;
  readonly version: number;
  readonly facts: RecordFacts;
  readonly contactMobile: string;
  readonly contactEmail: string | null;
}

/** Finds the merchants of the register that the rows of a file speak of, a few hundred a query. */
export class RegistryMatch {
  constructor(
    private readonly database: Database,
    private readonly record: MerchantRecord,
  ) {}

  /** By credit code, or by `name …` where there is none; the same key as `keyOf`. */
  async find(
    rows: readonly { creditCode: string | null; name: string }[],
  ): Promise<Map<string, KnownMerchant>> {
    const found = new Map<string, KnownMerchant>();
    const codes = rows.flatMap(({ creditCode }) => creditCode ?? []);
    const names = rows.flatMap(({ creditCode, name }) =>
      creditCode === null ? searchName(name ?? '') : [],
    );
    for (const stored of await this.rows('credit_code', codes)) {
      found.set(stored.creditCode!, this.known(stored));
    }
    for (const stored of await this.rows('search_name', names)) {
      if (stored.creditCode === null) found.set(`name ${stored.searchName}`, this.known(stored));
    }
    return found;
  }

  private async rows(column: 'credit_code' | 'search_name', keys: readonly string[]) {
    const rows: Stored[] = [];
    for (let at = 0; at < keys.length; at += 500) {
      const chunk = keys.slice(at, at + 500);
      const marks = chunk.map(() => '?').join(', ');
      rows.push(
        ...(await this.database.rows<Stored>(
          `SELECT * FROM merchant WHERE ${column} IN (${marks}) ORDER BY id`,
          chunk,
        )),
      );
    }
    return rows;
  }

  private known(stored: Stored): KnownMerchant {
    const plain = {
      ...stored,
      headNamePublic: stored.headNamePublic === 1,
      goodsCategories: JSON.parse(stored.goodsCategories) as string[],
    } as unknown as RecordFacts;
    const facts = Object.fromEntries(RECORD_FIELDS.map((key) => [key, plain[key]]));
    const contactMobile = this.record.open(stored.contactMobileSealed) ?? '';
    const { id, version } = stored;
    const contactEmail = this.record.open(stored.contactEmailSealed);
    return { id, version, contactMobile, contactEmail, facts: facts as unknown as RecordFacts };
  }
}

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly creditCode: string | null;
  readonly searchName: string;
  readonly headNamePublic: number;
  readonly goodsCategories: string;
  readonly contactMobileSealed: string;
  readonly contactEmailSealed: string | null;
}
