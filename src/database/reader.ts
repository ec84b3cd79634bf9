import SqliteDatabase from 'better-sqlite3';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { camel } from './naming.js';
import { isBusy, patiently } from './patience.js';
import type { PoolSettings } from './pool-limits.js';

export type SqlValue = string | number | null;

/**
 * Reads committed rows only, on connections of its own that cannot write: one more on SQLite, a
 * small pool on PostgreSQL, so that pages and transactions never wait for each other's connections.
 */
export interface Reader {
  rows<T>(sql: string, values: readonly SqlValue[]): Promise<T[]>;
  /** The single number of a row; at once where the engine is in the process. */
  number(sql: string): number | Promise<number>;
  close(): void | Promise<void>;
}

export function openReader(dataSource: DataSource): Reader {
  return dataSource.options.type === 'postgres'
    ? new PostgresReader(dataSource)
    : new SqliteReader(String(dataSource.options.database));
}

class SqliteReader implements Reader {
  private readonly file: SqliteDatabase.Database;
  private readonly statements = new Map<string, Prepared>();
  /** Of the few statements without values that ask for one number. */
  private readonly numbers = new Map<string, SqliteDatabase.Statement>();

  constructor(path: string) {
    this.file = new SqliteDatabase(path);
    this.file.pragma('query_only = ON');
    this.file.pragma('cache_size = -16000');
    this.file.pragma('busy_timeout = 0');
  }

  async rows<T>(sql: string, values: readonly SqlValue[]): Promise<T[]> {
    const { tuples, keys } = await patiently(() => {
      const prepared = this.prepare(sql);
      return { keys: prepared.keys, tuples: prepared.statement.all(...values) as unknown[][] };
    });
    return tuples.map((tuple) => {
      const row: Record<string, unknown> = {};
      for (let i = 0; i < keys.length; i += 1) row[keys[i]!] = tuple[i];
      return row as T;
    });
  }

  number(sql: string): number | Promise<number> {
    try {
      return this.numberNow(sql);
    } catch (error) {
      if (!isBusy(error)) throw error;
      return patiently(() => this.numberNow(sql));
    }
  }

  private numberNow(sql: string): number {
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

/** Connections that pages read on, beside those of the transactions. */
const READERS = 6;

class PostgresReader implements Reader {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    const { url, extra } = dataSource.options as { url: string; extra?: PoolSettings };
    // The driver's own copy of the library, so that both pools read types alike.
    const { postgres } = dataSource.driver as unknown as { postgres: { Pool: typeof Pool } };
    const settings: PoolSettings = {
      ...extra,
      connectionString: url,
      max: READERS,
      onConnect: async (client) => {
        await extra?.onConnect?.(client);
        await client.query('SET default_transaction_read_only = on');
      },
    };
    this.pool = new postgres.Pool(settings);
    // A connection lost while idle is replaced at the next question.
    this.pool.on('error', () => undefined);
  }

  async rows<T>(sql: string, values: readonly SqlValue[]): Promise<T[]> {
    const { rows } = await this.pool.query<Record<string, unknown>>(numbered(sql), [...values]);
    return camelRows<T>(rows);
  }

  async number(sql: string): Promise<number> {
    const { rows } = await this.pool.query<Record<string, number>>(sql);
    return Object.values(rows[0] ?? {})[0] ?? 0;
  }

  close(): Promise<void> {
    return this.pool.ended ? Promise.resolve() : this.pool.end();
  }
}

/** Rows as the drivers give them, with the names that the program uses. */
export function camelRows<T>(rows: readonly Record<string, unknown>[]): T[] {
  const keys = Object.keys(rows[0] ?? {}).map((key) => [key, camel(key)] as const);
  return rows.map((row) => {
    const renamed: Record<string, unknown> = {};
    for (const [from, to] of keys) renamed[to] = row[from];
    return renamed as T;
  });
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
