import type { Database } from '../../database/database.js';
import { nameKey } from '../../rules/identifiers/name-skeleton.js';

export interface RecordOfReturn {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly divisionCode: string;
  readonly mergedIntoId: string | null;
}

export interface ShopOfReturn {
  readonly id: string;
  readonly merchantId: string;
  readonly platform: string;
  readonly shopName: string;
  readonly url: string;
}

/** The register as a table of returns needs it, read once. */
export class ReturnsOnRecord {
  private readonly byId: ReadonlyMap<string, RecordOfReturn>;
  private readonly byCode: ReadonlyMap<string, RecordOfReturn>;
  private readonly byName: ReadonlyMap<string, RecordOfReturn>;
  private readonly shopsOf = new Map<string, ShopOfReturn[]>();

  private constructor(
    readonly merchants: readonly RecordOfReturn[],
    shops: readonly ShopOfReturn[],
    private readonly selfFiled: ReadonlySet<string>,
  ) {
    this.byId = new Map(merchants.map((one) => [one.id, one]));
    this.byCode = new Map(
      merchants.flatMap((one) => (one.creditCode ? [[one.creditCode, one] as const] : [])),
    );
    this.byName = new Map(
      merchants
        .filter(({ mergedIntoId }) => !mergedIntoId)
        .map((one) => [nameKey(one.name), one] as const),
    );
    for (const shop of shops) {
      const own = this.shopsOf.get(shop.merchantId);
      if (own) own.push(shop);
      else this.shopsOf.set(shop.merchantId, [shop]);
    }
  }

  static async load(database: Database, year: number): Promise<ReturnsOnRecord> {
    return new ReturnsOnRecord(
      await database.rows<RecordOfReturn>(
        'SELECT id, name, credit_code, division_code, merged_into_id FROM merchant ORDER BY id',
      ),
      // A shop that was opened later has nothing to report.
      await database.rows<ShopOfReturn>(
        `SELECT id, merchant_id, platform, shop_name, url FROM shop WHERE opened_on <= ?
         ORDER BY merchant_id, opened_on, id`,
        [`${year}-12-31`],
      ),
      new Set(
        (
          await database.rows<{ merchantId: string }>(
            `SELECT r.merchant_id FROM annual_return r WHERE r.year = ? AND EXISTS
               (SELECT 1 FROM duty d WHERE d.account_id = r.filed_by AND d.merchant_id = r.merchant_id)
             ORDER BY r.merchant_id`,
            [year],
          )
        ).map(({ merchantId }) => merchantId),
      ),
    );
  }

  /** By the id of the record, or by credit code; never by a name. */
  find(record: string, creditCode: string): RecordOfReturn | null {
    return (record ? this.byId.get(record) : this.byCode.get(creditCode)) ?? null;
  }

  named(name: string): RecordOfReturn | null {
    return this.byName.get(nameKey(name)) ?? null;
  }

  shops(merchantId: string): readonly ShopOfReturn[] {
    return this.shopsOf.get(merchantId) ?? [];
  }

  /** Whether the merchant itself filed what is stored. */
  isOwn(merchantId: string): boolean {
    return this.selfFiled.has(merchantId);
  }
}

/** An address without what people leave out or add. */
export function addressKey(url: string): string {
  return url
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '');
}
