import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../accounts/record-access.js';
import { Database } from '../database/database.js';
import type { CsvCell } from '../text/csv.js';
import { type Language, translate } from '../text/catalogue.js';
import { DIVISION_ORDER } from './registry.queries.js';

interface ReturnColumn {
  readonly key: string;
  readonly unit: 'wan' | 'percent' | 'orders' | 'people' | null;
  /** Kept among the figures that nobody sums by. */
  readonly figure?: true;
}

/** Columns of the file of returns, in their order. */
const RETURN_COLUMNS: readonly ReturnColumn[] = [
  { key: 'grossWan', unit: 'wan' },
  { key: 'refundWan', unit: 'wan' },
  { key: 'netWan', unit: 'wan' },
  { key: 'selfOperatedWan', unit: 'wan', figure: true },
  { key: 'agencyWan', unit: 'wan' },
  { key: 'physicalWan', unit: 'wan', figure: true },
  { key: 'serviceWan', unit: 'wan', figure: true },
  { key: 'wholesaleWan', unit: 'wan' },
  { key: 'farmGoodsNetWan', unit: 'wan' },
  { key: 'orders', unit: 'orders' },
  { key: 'parcels', unit: 'orders' },
  { key: 'taxPaidWan', unit: 'wan', figure: true },
  { key: 'staff', unit: 'people' },
  { key: 'insuredYearEnd', unit: 'people' },
  { key: 'insuredAverage', unit: 'people' },
  { key: 'familyWorkers', unit: 'people', figure: true },
  { key: 'refundRatePct', unit: 'percent', figure: true },
  { key: 'disputeRefundRatePct', unit: 'percent', figure: true },
  { key: 'complaintsReceived', unit: null, figure: true },
  { key: 'complaintsSettled', unit: null, figure: true },
  { key: 'complaintsAgainst', unit: null, figure: true },
  { key: 'complaintsUnanswered', unit: null, figure: true },
];

type Stored = Readonly<Record<string, string | number | null>> & {
  readonly divisionCode: string;
  readonly doubted: number | null;
  readonly figures: string;
};

/** The returns of a year as a table, doubted ones marked; who took it is written to the access log. */
@Injectable()
export class ExportReturns {
  constructor(
    private readonly database: Database,
    private readonly recordAccess: RecordAccess,
  ) {}

  async run(
    { accountId, address }: { accountId: string | null; address?: string },
    year: number,
    language: Language,
  ): Promise<{ header: readonly string[]; rows: readonly (readonly CsvCell[])[] }> {
    const stored = await this.database.rows<Stored>(
      `SELECT m.credit_code, m.name, m.division_code, r.* FROM annual_return r
       JOIN merchant m ON m.id = r.merchant_id
       WHERE r.year = ? AND m.merged_into_id IS NULL ORDER BY ${DIVISION_ORDER}, m.search_name, m.id`,
      [year],
    );
    await this.recordAccess.run({
      accountId,
      address,
      action: 'returns.export',
      objectType: 'annualReturn',
      result: `year ${year}, rows ${stored.length}`,
    });
    const t = (key: string) => translate(language, key);
    return {
      header: [
        t('merchants.creditCode'),
        t('merchants.name'),
        t('merchants.registry.division'),
        t('merchants.registry.year'),
        ...RETURN_COLUMNS.map(({ key, unit }) => headerOf(key, unit, t)),
        t('merchants.returnCheck.open'),
      ],
      rows: stored.map((row) => [
        row.creditCode ?? null,
        row.name ?? null,
        t(`division.${row.divisionCode}`),
        year,
        ...cellsOf(row),
        row.doubted ? t('merchants.yes') : t('merchants.no'),
      ]),
    };
  }
}

function headerOf(key: string, unit: ReturnColumn['unit'], t: (key: string) => string): string {
  const name = t(`merchants.return.${key}`);
  return unit ? `${name} (${t(`forms.unit.${unit}`)})` : name;
}

function cellsOf(row: Stored): CsvCell[] {
  const figures = JSON.parse(row.figures) as Record<string, number | null>;
  return RETURN_COLUMNS.map(({ key, unit, figure }) => {
    const value = (figure ? figures[key] : (row[key] as number | null)) ?? null;
    return value !== null && (unit === 'wan' || unit === 'percent') ? value / 100 : value;
  });
}
