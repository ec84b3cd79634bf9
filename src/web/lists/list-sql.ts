import { searchName } from '../../rules/registry/merchant-facts.js';
import { endOfBeijingDay, startOfBeijingDay } from '../../rules/calendar/beijing-time.js';
import type { SqlValue } from '../../database/reader.js';
import {
  type ListOption,
  type ListQuery,
  type ListTable,
  PAGE_ROWS,
  type SqlPart,
} from './list-table.js';

type Names = readonly string[];

/** One page of rows, or all of them for a file. Columns are c0, c1, … in the order of the list. */
export function rowsSql(table: ListTable, query: ListQuery, names: Names, page: number | null) {
  const columns = table.columns.map(({ sql }, at) => `${sql} AS c${at}`);
  return joined([
    { sql: `SELECT ${[`${table.id} AS id`, ...columns].join(', ')}` },
    found(table, query, names, null),
    { sql: `ORDER BY ${order(table, query)}` },
    ...(page === null
      ? []
      : [{ sql: 'LIMIT ? OFFSET ?', values: [PAGE_ROWS, (page - 1) * PAGE_ROWS] }]),
  ]);
}

export function wholeSql(table: ListTable, query: ListQuery, names: Names, columns: string) {
  return joined([
    { sql: `SELECT ${columns}` },
    found(table, query, names, null),
    { sql: `ORDER BY ${order(table, query)}` },
  ]);
}

/** How many rows there are in every state, each with the other filters as they are. */
export function countsSql(table: ListTable, query: ListQuery, names: Names) {
  const options: readonly ListOption[] = table.states?.options ?? [];
  const counts = options.map(({ where }, at) => ({
    sql: `, SUM(CASE WHEN ${where.sql} THEN 1 ELSE 0 END) AS n${at}`,
    values: where.values,
  }));
  return joined([
    { sql: 'SELECT COUNT(*) AS total' },
    ...counts,
    found(table, query, names, table.states?.key ?? null),
  ]);
}

/** Where a row stands among those found, or, when it has left them, what now stands in its place. */
export function placeSql(table: ListTable, query: ListQuery, names: Names, id: string, at: number) {
  const window = `OVER (ORDER BY ${order(table, query)})`;
  return joined([
    {
      sql: `SELECT p.id, p.number, p.total, p.before, p.after FROM (SELECT ${table.id} AS id,
        ROW_NUMBER() ${window} AS number, COUNT(*) OVER () AS total,
        LAG(${table.id}) ${window} AS before, LEAD(${table.id}) ${window} AS after`,
    },
    found(table, query, names, null),
    { sql: ') p WHERE p.id = ? OR p.number IN (?, ?) ORDER BY p.number', values: [id, at - 1, at] },
  ]);
}

/** Every name that the list could hold, for a search by pinyin. */
export function namesSql({ from, scope, search }: ListTable) {
  return joined([
    { sql: `SELECT DISTINCT ${search.pinyin} AS name FROM` },
    from,
    { sql: 'WHERE' },
    scope,
  ]);
}

function found(table: ListTable, query: ListQuery, names: Names, without: string | null): SqlPart {
  const chosen = [...query.chosen].filter(([key]) => key !== without);
  const search = query.text ? [searched(table, query.text, names)] : [];
  const parts = [
    ...chosen.map(([, { where }]) => where),
    ...within(table, query),
    ...search,
  ].flatMap((part) => [{ sql: 'AND (' }, part, { sql: ')' }]);
  return joined([
    { sql: 'FROM' },
    table.from,
    { sql: 'WHERE (' },
    table.scope,
    { sql: ')' },
    ...parts,
  ]);
}

function within({ span }: ListTable, { from, to }: ListQuery): SqlPart[] {
  return [
    ...(span && from ? [{ sql: `${span.sql} >= ?`, values: [startOfBeijingDay(from)] }] : []),
    ...(span && to ? [{ sql: `${span.sql} < ?`, values: [endOfBeijingDay(to)] }] : []),
  ];
}

function searched({ search }: ListTable, text: string, names: Names): SqlPart {
  const like = (columns: readonly string[], value: string): SqlPart[] =>
    columns.map((sql) => ({ sql: `${sql} LIKE ? ESCAPE '!'`, values: [containing(value)] }));
  const ways = [
    ...like(search.texts, searchName(text)),
    ...like(search.codes, text.normalize('NFKC').toUpperCase()),
    ...(search.pinyin && names.length
      ? [{ sql: `${search.pinyin} IN (${names.map(() => '?').join(', ')})`, values: names }]
      : []),
  ];
  return joined(ways.flatMap((part, at) => (at ? [{ sql: 'OR' }, part] : [part])));
}

function order(table: ListTable, { sort }: ListQuery): string {
  const asked = sort
    ? `${sort.column.sort || sort.column.sql} ${sort.down ? 'DESC' : 'ASC'}, `
    : '';
  return `${asked}${table.order}, ${table.id}`;
}

function joined(parts: readonly SqlPart[]): { sql: string; values: readonly SqlValue[] } {
  return {
    sql: parts.map(({ sql }) => sql).join(' '),
    values: parts.flatMap(({ values }) => values ?? []),
  };
}

function containing(text: string): string {
  return `%${text.replace(/[!%_]/g, '!$&')}%`;
}
