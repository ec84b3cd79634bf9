import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../accounts/record-access.js';
import type { CsvCell } from '../text/csv.js';
import { type Language, translate } from '../text/catalogue.js';
import type { RawForm } from '../web/forms/parse-value.js';
import { ListReader } from '../web/lists/list-reader.js';
import type { ListTable } from '../web/lists/list-table.js';
import { MerchantRecord } from './merchant-record.js';
import { REGISTRY_COLUMNS, type RegistryColumn, columnHeader } from './registry-columns.js';

export interface RegistryTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/** The register as a table; who took how many rows is written to the access log. */
@Injectable()
export class ExportRegistry {
  constructor(
    private readonly lists: ListReader,
    private readonly record: MerchantRecord,
    private readonly recordAccess: RecordAccess,
  ) {}

  async run(
    { accountId, address }: { accountId: string | null; address?: string },
    table: ListTable,
    asked: RawForm,
    language: Language,
  ): Promise<RegistryTable> {
    const rows = await this.lists.whole<Record<string, unknown>>(table, asked, 'm.*');
    await this.recordAccess.run({
      accountId,
      address,
      action: 'registry.export',
      objectType: 'merchant',
      result: `rows ${rows.length}`,
    });
    return {
      header: REGISTRY_COLUMNS.map((column) => columnHeader(language, column)),
      rows: rows.map((row) => {
        const whole = {
          ...row,
          contactMobile: this.record.open(row.contactMobileSealed as string) ?? '',
          contactEmail: this.record.open(row.contactEmailSealed as string | null),
        };
        return REGISTRY_COLUMNS.map((column) => cell(whole, column, language));
      }),
    };
  }
}

function cell(row: Record<string, unknown>, column: RegistryColumn, language: Language): CsvCell {
  const value = row[column.key];
  if (value === null || value === undefined) return null;
  const label = (code: unknown) => translate(language, `${column.options}.${String(code)}`);
  if (column.kind === 'hundredths') return (value as number) / 100;
  if (column.kind === 'whole') return value as number;
  if (column.kind === 'flag')
    return translate(language, value === 1 ? 'merchants.yes' : 'merchants.no');
  if (column.kind === 'code') return label(value);
  if (column.kind === 'codes') {
    const codes = JSON.parse(value as string) as string[];
    return codes
      .map(label)
      .join(language === 'en' ? '; ' : translate(language, 'navigation.listComma'));
  }
  return value as string;
}
