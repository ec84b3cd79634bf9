import type { Logger } from 'typeorm';
import type { TestApp } from './test-app.js';

/**
 * How many statements a work sends to the database, whatever the machine: what a spec may hold an import
 * to, where seconds would hold the machine to it.
 */
export async function statementsOf<T>(
  { database: { dataSource } }: TestApp,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly statements: number }> {
  const kept = dataSource.logger;
  let statements = 0;
  const ignore = () => {};
  dataSource.logger = {
    logQuery: () => (statements += 1),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  } satisfies Logger;
  try {
    return { result: await work(), statements };
  } finally {
    dataSource.logger = kept;
  }
}
