import { DIVISION_CODES } from '../rules/identifiers/divisions.js';
import {
  BUSINESS_TYPES,
  EXEMPTION_GROUNDS,
  GOODS_CATEGORIES,
  ID_TYPES,
  MERCHANT_TYPES,
  SECTORS,
} from '../rules/registry/vocabulary.js';
import { type Language, translate } from '../text/catalogue.js';
import type { TableKind } from '../text/table-file.js';

export interface RegistryColumn {
  readonly key: string;
  readonly kind: 'text' | 'day' | 'hundredths' | 'whole' | 'flag' | 'code' | 'codes';
  /** A file may do without the column: it came later than the first forms. */
  readonly optional?: boolean;
  /** Digits of a number that a spreadsheet must not take for an amount. */
  readonly digits?: number;
  /** For codes: the list and the prefix of its labels. */
  readonly values?: readonly string[];
  readonly options?: string;
}

/** Columns of the register's CSV, in and out, in their order. */
export const REGISTRY_COLUMNS: readonly RegistryColumn[] = [
  { key: 'creditCode', kind: 'text', digits: 18 },
  { key: 'name', kind: 'text' },
  { key: 'idType', kind: 'code', values: ID_TYPES, options: 'merchants.idType', optional: true },
  { key: 'idValue', kind: 'text', digits: 15, optional: true },
  { key: 'merchantType', kind: 'code', values: MERCHANT_TYPES, options: 'merchants.merchantType' },
  {
    key: 'exemptionGround',
    kind: 'code',
    values: EXEMPTION_GROUNDS,
    options: 'merchants.exemptionGround',
  },
  { key: 'headName', kind: 'text' },
  { key: 'headNamePublic', kind: 'flag' },
  { key: 'foundedOn', kind: 'day' },
  { key: 'capitalWan', kind: 'hundredths' },
  { key: 'divisionCode', kind: 'code', values: DIVISION_CODES, options: 'division' },
  { key: 'town', kind: 'text' },
  { key: 'registeredAddress', kind: 'text' },
  { key: 'workingAddress', kind: 'text' },
  { key: 'goodsCategories', kind: 'codes', values: GOODS_CATEGORIES, options: 'merchants.goods' },
  { key: 'sector', kind: 'code', values: SECTORS, options: 'merchants.sector' },
  { key: 'businessType', kind: 'code', values: BUSINESS_TYPES, options: 'merchants.businessType' },
  { key: 'park', kind: 'text' },
  { key: 'farmGoodsSharePct', kind: 'hundredths' },
  { key: 'localOriginPct', kind: 'hundredths' },
  { key: 'principalSharePct', kind: 'hundredths' },
  { key: 'staff', kind: 'whole' },
  { key: 'insured', kind: 'whole' },
  { key: 'contactName', kind: 'text' },
  { key: 'contactMobile', kind: 'text', digits: 11 },
  { key: 'contactEmail', kind: 'text', optional: true },
  { key: 'intro', kind: 'text' },
];

/** Label and key in one header cell, so that people and programs both know the column. */
export function columnHeader(language: Language, { key }: RegistryColumn): string {
  return `${columnLabel(language, key)} ${key}`;
}

function columnLabel(language: Language, key: string): string {
  return translate(language, `merchants.column.${key}`);
}

/** The register's table, in and out. */
export const REGISTRY_TABLE: TableKind<RegistryColumn> = {
  columns: REGISTRY_COLUMNS,
  mostRows: 5000,
  header: columnHeader,
  words: (language, { key }) => [columnLabel(language, key)],
};
