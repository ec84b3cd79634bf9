import type { CensusRow, CensusTable } from '../../rules/census/census-table.js';
import { type CsvCell, writeCsv } from '../../text/csv.js';
import { type Language, translate } from '../../text/catalogue.js';
import type { Census } from '../read-census.js';
import { type CensusColumn, NOT_BY_SIZE, censusColumns } from './census-table.page.js';

const labels = {
  divisions: 'division',
  sectors: 'merchants.sector',
  sizes: 'merchants.size',
} as const;
type TableName = keyof typeof labels;
const names: readonly TableName[] = ['divisions', 'sectors', 'sizes'];

/** All three tables one below the other; every header cell carries its definition and the year. */
export function censusCsv(census: Census, language: Language): string {
  const years = { year: String(census.year), before: String(census.year - 1) };
  const header = [
    translate(language, 'census.csv.year'),
    translate(language, 'census.csv.table'),
    translate(language, 'census.csv.group'),
    ...censusColumns.map((key) =>
      translate(language, 'census.csv.column', {
        label: translate(language, `census.column.${key}`, years),
        definition: translate(language, `census.definition.${key}`),
      }),
    ),
  ];
  const rows = names.flatMap((name) =>
    everyRow(census[name]).map((row): CsvCell[] => [
      census.year,
      translate(language, `census.${name}.key`),
      row.key === 'total'
        ? translate(language, 'census.total')
        : translate(language, `${labels[name]}.${row.key}`),
      ...censusColumns.map((key) => cell(name, row, key)),
    ]),
  );
  return writeCsv(header, rows);
}

/** Money in 万元 and growth in per cent as decimals; null is withheld or without comparison. */
export function censusJson(census: Census, language: Language): string {
  const years = { year: String(census.year), before: String(census.year - 1) };
  const table = (name: TableName) =>
    everyRow(census[name]).map((row) => ({
      key: row.key,
      ...Object.fromEntries(censusColumns.map((key) => [key, cell(name, row, key)])),
    }));
  const document = {
    year: census.year,
    definitions: Object.fromEntries(
      censusColumns.map((key) => [
        key,
        {
          label: translate(language, `census.column.${key}`, years),
          definition: translate(language, `census.definition.${key}`),
        },
      ]),
    ),
    divisions: table('divisions'),
    sectors: table('sectors'),
    sizes: table('sizes'),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function everyRow({ rows, total }: CensusTable): readonly CensusRow[] {
  return [...rows, total];
}

function cell(name: TableName, row: CensusRow, key: CensusColumn): number | null {
  if (name === 'sizes' && NOT_BY_SIZE.includes(key)) return null;
  const value = row[key];
  if (value === null) return null;
  return ['netWan', 'netWanBefore', 'growthPct', 'filedPct'].includes(key) ? value / 100 : value;
}
