import type { TableOptions } from 'typeorm';
import { foundationTables } from '../../migrations/foundation-tables.js';
import { Foundation1700000000001 } from '../../migrations/0001-foundation.js';
import type { Config } from '../../src/config/config.js';
import { makeDataSource } from '../../src/database/data-source.js';
import { Sealer } from '../../src/database/sealed.js';
import { type TestDatabase, makeEmptyDatabase } from '../support/test-database.js';

export type Row = Record<string, string | number | null>;
type Column = NonNullable<TableOptions['columns']>[number];

const ROWS = 30;
const secret = 'test-secret-of-thirty-two-characters-0123';
const sealer = new Sealer(secret);

export interface FilledDatabase extends TestDatabase {
  readonly config: Config;
}

/**
 * A database as the first release's first migration left it, with rows in every table: each allowed
 * value of each CHECK, references that hold, nothing in every third nullable field.
 */
export async function filledFoundation(): Promise<FilledDatabase> {
  const place = await makeEmptyDatabase();
  const source = await makeDataSource(place, [], [Foundation1700000000001]).initialize();
  try {
    await source.runMigrations();
    // Development versions left this; the first release must take it away.
    await source.query(`INSERT INTO city_setting (name, value) VALUES ('foundation', 'mark')`);
    for (const table of foundationTables) {
      if (table.name === 'chain_head') continue;
      const names = table.columns!.map(({ name }) => `"${name}"`).join(', ');
      const tuples = Array.from({ length: ROWS }, (_, at) => `(${literals(table, at)})`);
      await source.query(`INSERT INTO "${table.name}" (${names}) VALUES ${tuples.join(', ')}`);
    }
  } finally {
    await source.destroy();
  }
  return { ...place, config: { ...place, secret } as unknown as Config };
}

function literals(table: TableOptions, at: number): string {
  return table
    .columns!.map((column) => {
      const value = valueOf(table, column, at);
      return typeof value === 'string' ? `'${value}'` : String(value);
    })
    .join(', ');
}

function valueOf(table: TableOptions, column: Column, at: number): string | number | null {
  if (column.isNullable && at % 3 === 2) return null;
  if (column.type === 'integer') return at + 1;
  if (column.isPrimary || isReference(table, column.name)) return `r${at}`;
  const allowed = allowedValues(table, column.name);
  if (allowed) return allowed[at % allowed.length]!;
  if (column.name.endsWith('_sealed')) return sealer.seal(`${column.name} ${at}`);
  if (column.name === 'privacy_notice_hash' && at % 3 === 0) return 'demo';
  return `v${at}`;
}

function isReference(table: TableOptions, column: string): boolean {
  return table.foreignKeys!.some(({ columnNames }) => columnNames.includes(column));
}

function allowedValues(table: TableOptions, column: string): string[] | undefined {
  const check = table.checks!.find(({ expression }) => expression!.startsWith(`"${column}" IN (`));
  return check && [...check.expression!.matchAll(/'([^']*)'/g)].map(([, value]) => value!);
}

/** Columns of the first release that a later step takes away, with what nobody reads any more. */
const goneColumns: Readonly<Record<string, readonly string[]>> = {
  message: ['mailed_at', 'attempts'],
  standing_lock: ['unlock_first_by', 'unlock_first_at', 'unlock_second_by', 'superseded_reason'],
};

/** What every table of the first release holds, in those of its columns of then that are still there. */
export async function foundationRows(place: TestDatabase): Promise<Record<string, Row[]>> {
  const source = await makeDataSource(place, [], []).initialize();
  const found: Record<string, Row[]> = {};
  for (const { name, columns } of foundationTables) {
    const kept = columns!.filter((column) => !goneColumns[name]?.includes(column.name));
    const names = kept.map((column) => `"${column.name}"`).join(', ');
    const key = columns!.find(({ isPrimary }) => isPrimary)!.name;
    found[name] = await source.query<Row[]>(`SELECT ${names} FROM "${name}" ORDER BY "${key}"`);
  }
  await source.destroy();
  return found;
}
