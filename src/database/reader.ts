import SqliteDatabase from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import { camel } from './naming.js';

export type SqlValue = string | number | null;

/** Reads committed rows only: SQLite through a second, query-only connection, PostgreSQL its pool. */
export interface Reader {
  readonly count: number;
  rows<T>(sql: string, values: readonly SqlValue[]): Promise<T[]>;
  /** The single number of a row; at once where the engine is in the process. */
  number(sql: string): number | Promise<number>;
  close(): void;
}

export function openReader(dataSource: DataSource): Reader {
  return dataSource.options.type === 'postgres'
    ? new PostgresReader(dataSource)
    : new SqliteReader(String(dataSource.options.database));
}

class SqliteReader implements Reader {
  count = 0;
  private readonly file: SqliteDatabase.Database;
  private readonly statements = new Map<string, Prepared>();
  /** Of the few statements without values that ask for one number. */
  private readonly numbers = new Map<string, SqliteDatabase.Statement>();

  constructor(path: string) {
    this.file = new SqliteDatabase(path, { timeout: 5000 });
    this.file.pragma('query_only = ON');
    this.file.pragma('cache_size = -16000');
  }

  async rows<T>(sql: string, values: readonly SqlValue[]): Promise<T[]> {
    this.count += 1;
    const { statement, keys } = this.prepare(sql);
    const tuples = statement.all(...values) as unknown[][];
    return tuples.map((tuple) => {
      const row: Record<string, unknown> = {};
      for (let i = 0; i < keys.length; i += 1) row[keys[i]!] = tuple[i];
      return row as T;
    });
  }

  number(sql: string): number {
    let statement = this.numbers.get(sql);
    if (!statement) {
      statement = this.file.prepare(sql).pluck(true);
      this.numbers.set(sql, statement);
    }
    return statement.get() as number;
  }

  close(): void {
    this.file.close();
  }

  private prepare(sql: string): Prepared {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.file.prepare(sql).raw(true);
    const prepared = { statement, keys: statement.columns().map((column) => camel(column.name)) };
    if (this.statements.size > 500) this.statements.clear();
    this.statements.set(sql, prepared);
    return prepared;
  }
}

interface Prepared {
  readonly statement: SqliteDatabase.Statement;
  readonly keys: readonly string[];
}

class PostgresReader implements Reader {
  count = 0;
  constructor(private readonly dataSource: DataSource) {}

  async rows<T>(sql: string, values: readonly SqlValue[]): Promise<T[]> {
    this.count += 1;
    const rows = await this.dataSource.query<Record<string, unknown>[]>(numbered(sql), [...values]);
    const first = rows[0];
    if (!first) return [];
    const keys = Object.keys(first).map((key) => [key, camel(key)] as const);
    return rows.map((row) => {
      const renamed: Record<string, unknown> = {};
      for (const [from, to] of keys) renamed[to] = row[from];
      return renamed as T;
    });
  }

  async number(sql: string): Promise<number> {
    const [row] = await this.dataSource.query<Record<string, number>[]>(sql);
    return Object.values(row ?? {})[0] ?? 0;
  }

  close(): void {
    // The pool belongs to the data source.
  }
}

const numberedSql = new Map<string, string>();

/** `?` → `$1`, `$2`, … for PostgreSQL. */
export function numbered(sql: string): string {
  let text = numberedSql.get(sql);
  if (text === undefined) {
    let position = 0;
    text = sql.replace(/\?/g, () => `$${(position += 1)}`);
    if (numberedSql.size > 500) numberedSql.clear();
    numberedSql.set(sql, text);
  }
  return text;
}
