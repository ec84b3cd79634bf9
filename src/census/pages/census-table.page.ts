import type { CensusRow, CensusTable } from '../../rules/census/census-table.js';
import { formatHundredths, formatNumber } from '../../text/format.js';
import type { TableCell, TableNumbers, ValueBar } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';

/** Columns of every census table. */
const columns = [
  { key: 'merchants', unit: 'census.unit.merchants' },
  { key: 'shops', unit: 'census.unit.shops' },
  { key: 'filedPct', unit: 'forms.unit.percent' },
  { key: 'netWan', unit: 'forms.unit.wan' },
  { key: 'netWanBefore', unit: 'forms.unit.wan' },
  { key: 'growthPct', unit: 'forms.unit.percent' },
  { key: 'people', unit: 'forms.unit.people' },
  { key: 'notable', unit: 'census.unit.merchants' },
] as const;

/** Sizes are those of merchants that reported, and shops are not told apart by them. */
export const NOT_BY_SIZE: readonly string[] = ['shops', 'filedPct'];

export type CensusColumn = (typeof columns)[number]['key'];
export const censusColumns: readonly CensusColumn[] = columns.map((column) => column.key);

export interface TableWish {
  readonly id: 'divisions' | 'sectors' | 'sizes';
  readonly year: number;
  readonly labelOf: (key: string) => string;
}

export function censusTableModel(
  table: CensusTable,
  { id, year, labelOf }: TableWish,
  { t }: PageContext,
): TableNumbers {
  const used = columns.filter(({ key }) => id !== 'sizes' || !NOT_BY_SIZE.includes(key));
  const years = { year: String(year), before: String(year - 1) };
  const longest = Math.max(
    1,
    ...table.rows.flatMap((row) => [row.netWan ?? 0, row.netWanBefore ?? 0]),
  );
  const cells = (row: CensusRow, label: string): TableCell[] => [
    { text: label, href: null, numeric: false },
    ...used.map(({ key }) => ({ text: censusText(row, key, t), href: null, numeric: true })),
  ];
  const drawn = (row: CensusRow): TableCell[] =>
    cells(row, labelOf(row.key)).map((cell, at) =>
      used[at - 1]?.key === 'netWan' && row.netWan !== null
        ? { ...cell, bar: valueBar(row.netWan, row.netWanBefore, longest) }
        : cell,
    );
  return {
    id,
    caption: t(`census.${id}.caption`, years),
    columns: [
      { label: t(`census.${id}.key`), unit: null, numeric: false },
      ...used.map(({ key, unit }) => ({
        label: t(`census.column.${key}`, years),
        unit: t(unit),
        numeric: true,
      })),
    ],
    rows: table.rows.map((row) => ({ cutLine: false, cells: drawn(row) })),
    totals: cells(table.total, t('census.total')),
  };
}

/** The year before has a tick only where its sum is public. */
function valueBar(netWan: number, before: number | null, longest: number): ValueBar {
  const share = (value: number) => Math.max(0, Math.round((value * 100) / longest));
  return { length: share(netWan), before: before === null ? null : share(before) };
}

export function censusText(row: CensusRow, key: CensusColumn, t: PageContext['t']): string {
  const value = row[key];
  if (value === null) {
    if (key === 'filedPct') return t('census.noMerchants');
    return t(
      key === 'growthPct' && row.netWan !== null ? 'census.noComparison' : 'census.withheld',
    );
  }
  return ['netWan', 'netWanBefore', 'growthPct', 'filedPct'].includes(key)
    ? formatHundredths(value)
    : formatNumber(value);
}
