import type { ClientBase, PoolConfig } from 'pg';
import type { DataSourceOptions } from 'typeorm';

/**
 * How long a server waits for PostgreSQL, in milliseconds. Nobody should have to set these: a page
 * takes a hundredth of them, and whoever waits longer is better told to try again. Migrations run
 * without limits.
 */
export const poolLimits = {
  /** For a connection, new or given back by another request. */
  connection: 15_000,
  /** For one statement, locks that it waits for included. */
  statement: 20_000,
  /** Between two statements of a transaction. */
  idleInTransaction: 30_000,
};

/** The pool waits for what is done to a new connection, which its own type does not say. */
export type PoolSettings = Omit<PoolConfig, 'onConnect'> & {
  readonly onConnect?: (client: ClientBase) => Promise<void>;
};

/** The limits are set by statements, which connection poolers let through, unlike start parameters. */
export function withPoolLimits(
  options: DataSourceOptions,
  limits: typeof poolLimits = poolLimits,
): DataSourceOptions {
  if (options.type !== 'postgres') return options;
  const extra: PoolSettings = {
    ...(options.extra as PoolSettings | undefined),
    connectionTimeoutMillis: limits.connection,
    keepAlive: true,
    onConnect: async (client) => {
      await client.query(
        `SET statement_timeout = ${limits.statement};
         SET idle_in_transaction_session_timeout = ${limits.idleInTransaction}`,
      );
    },
  };
  return { ...options, extra };
}
