import { type Language, translate } from '../../text/catalogue.js';
import type { TableColumn, TableKind } from '../../text/table-file.js';
import { RETURN_FIELDS, returnMeta } from '../return-fields.js';

export interface ReturnColumn extends TableColumn {
  /** Says which row it is, shows what is known, or holds a figure. */
  readonly kind: 'key' | 'shown' | 'figure';
  readonly label: string;
  /** Key of the unit behind the label. */
  readonly unit: string | null;
}

const key = (name: string, label: string, optional: boolean): ReturnColumn => ({
  key: name,
  kind: 'key',
  label,
  unit: null,
  optional,
});
const shown = (name: string, label: string, unit: string | null = null): ReturnColumn => ({
  key: name,
  kind: 'shown',
  label,
  unit,
  optional: true,
});

const FIGURES = RETURN_FIELDS.map(({ key: name, unit, required }): ReturnColumn => ({
  key: name,
  kind: 'figure',
  label: `merchants.return.${name}`,
  unit: returnMeta(name, '', unit, required).unit,
  optional: !required,
}));

/** The table of returns, in and out: a row for a merchant, and where it has several shops one for each of them. */
export const RETURN_COLUMNS: readonly ReturnColumn[] = [
  key('creditCode', 'merchants.creditCode', false),
  key('name', 'merchants.name', false),
  shown('division', 'merchants.registry.division'),
  key('year', 'merchants.registry.year', false),
  shown('shop', 'merchants.returnsImport.shop'),
  key('shopUrl', 'merchants.returnsImport.shopUrl', true),
  ...FIGURES,
  shown('netWan', 'merchants.return.netWan', 'forms.unit.wan'),
  shown('doubted', 'merchants.returnCheck.open'),
  key('record', 'merchants.returnsImport.record', true),
];

export const RETURN_TABLE: TableKind<ReturnColumn> = {
  columns: RETURN_COLUMNS,
  mostRows: 10_000,
  header: returnHeader,
  words: (language, { label }) => [translate(language, label)],
};

export function returnHeader(language: Language, { label, unit }: ReturnColumn): string {
  const name = translate(language, label);
  return unit ? `${name} (${translate(language, unit)})` : name;
}
