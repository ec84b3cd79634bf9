import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../../accounts/record-access.js';
import { Database } from '../../database/database.js';
import type { CsvCell } from '../../text/csv.js';
import { type Language, translate } from '../../text/catalogue.js';
import { COUNTED_MERCHANTS } from '../counted.js';
import { SHOP_FIELDS, isDecimal } from '../return-fields.js';
import { DIVISION_ORDER } from '../registry.queries.js';
import { RETURN_COLUMNS, returnHeader } from './return-columns.js';
import { ReturnsOnRecord, type ShopOfReturn } from './returns-on-record.js';

type Values = Readonly<Record<string, string | number | null | undefined>>;

interface Stored extends Record<string, string | number | null> {
  readonly merchantId: string;
  readonly divisionCode: string;
  readonly doubted: number | null;
  readonly figures: string | null;
  readonly shops: string | null;
}

interface By {
  readonly accountId: string | null;
  readonly address?: string;
}

/** The returns of a year as a table that an import reads; who took it is written to the access log. */
@Injectable()
export class ExportReturns {
  constructor(
    private readonly database: Database,
    private readonly recordAccess: RecordAccess,
  ) {}

  /** All that was filed, doubted returns marked. */
  async run(
    by: By,
    year: number,
    language: Language,
  ): Promise<{ header: readonly string[]; rows: readonly (readonly CsvCell[])[] }> {
    const stored = await this.database.rows<Stored>(
      `SELECT m.credit_code, m.name, m.division_code, r.* FROM annual_return r
       JOIN merchant m ON m.id = r.merchant_id
       WHERE r.year = ? AND m.merged_into_id IS NULL ORDER BY ${DIVISION_ORDER}, m.search_name, m.id`,
      [year],
    );
    await this.log(by, year, stored.length);
    return {
      header: RETURN_COLUMNS.map((column) => returnHeader(language, column)),
      rows: stored.map((row) => cells(totals(row, year, language))),
    };
  }

  /** Who has not filed, or filed what is in doubt; several shops have a row each below their merchant. */
  async open(by: By, year: number, language: Language): Promise<readonly (readonly CsvCell[])[]> {
    const stored = await this.database.rows<Stored>(
      `SELECT r.*, m.id AS merchant_id, m.credit_code, m.name, m.division_code
       FROM ${COUNTED_MERCHANTS} m LEFT JOIN annual_return r ON r.merchant_id = m.id AND r.year = ?
       WHERE r.id IS NULL OR r.doubted IS NOT NULL ORDER BY ${DIVISION_ORDER}, m.search_name, m.id`,
      [year],
    );
    const record = await ReturnsOnRecord.load(this.database, year);
    await this.log(by, year, stored.length);
    return stored.flatMap((row) => {
      const own = record.shops(row.merchantId);
      return [
        cells(totals(row, year, language)),
        ...(own.length > 1 ? own.map((shop) => cells(ofShop(row, shop, year, language))) : []),
      ];
    });
  }

  private log({ accountId, address }: By, year: number, rows: number): Promise<void> {
    return this.recordAccess.run({
      accountId,
      address,
      action: 'returns.export',
      objectType: 'annualReturn',
      result: `year ${year}, rows ${rows}`,
    });
  }
}

const cells = (values: Values): CsvCell[] => RETURN_COLUMNS.map(({ key }) => values[key] ?? null);

function known(row: Stored, year: number, language: Language): Values {
  return {
    creditCode: row.creditCode,
    name: row.name,
    division: translate(language, `division.${row.divisionCode}`),
    year,
    record: row.merchantId,
  };
}

function totals(row: Stored, year: number, language: Language): Values {
  const figures = JSON.parse(row.figures ?? '{}') as Record<string, number | null>;
  const values = { ...figures, ...row } as Values;
  const isFiled = row.id !== null;
  return {
    ...known(row, year, language),
    ...Object.fromEntries(
      RETURN_COLUMNS.filter(({ key, kind }) => kind === 'figure' || key === 'netWan').map(
        ({ key, unit }) => [key, plain(values[key] ?? null, unit)],
      ),
    ),
    doubted: isFiled ? translate(language, row.doubted ? 'merchants.yes' : 'merchants.no') : null,
  };
}

function ofShop(row: Stored, shop: ShopOfReturn, year: number, language: Language): Values {
  const filed = (JSON.parse(row.shops ?? '[]') as Record<string, string | number>[]).find(
    ({ shopId }) => shopId === shop.id,
  );
  return {
    ...known(row, year, language),
    shop: translate(language, 'merchants.return.shop', {
      platform: translate(language, `merchants.platform.${shop.platform}`),
      name: shop.shopName,
    }),
    shopUrl: shop.url,
    ...Object.fromEntries(
      SHOP_FIELDS.map(({ key, unit }) => {
        const value = filed?.[key];
        return [key, value === undefined ? null : isDecimal(unit) ? Number(value) / 100 : value];
      }),
    ),
  };
}

/** Hundredths as a person writes them. */
function plain(value: string | number | null, unit: string | null): string | number | null {
  const isHundredths = unit === 'forms.unit.wan' || unit === 'forms.unit.percent';
  return typeof value === 'number' && isHundredths ? value / 100 : value;
}
