import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A step of the schema. It goes forward only: undoing would have to guess what newer rows mean, so the
 * way back is the copy made before the step. Whatever it rebuilds, no reference may dangle at its end.
 */
export abstract class ForwardMigration implements MigrationInterface {
  /** Stands in the database for ever; a class name would not survive a bundler. */
  abstract readonly name: string;

  protected abstract forward(runner: QueryRunner): Promise<void>;

  async up(runner: QueryRunner): Promise<void> {
    await this.forward(runner);
    if (isSqlite(runner)) await refuseDanglingReferences(runner, this.name);
  }

  down(): Promise<never> {
    return Promise.reject(new Error(`${this.name} goes forward only: restore the copy instead.`));
  }
}

function isSqlite(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'better-sqlite3';
}

/** SQLite rebuilds tables with its foreign keys switched off; PostgreSQL never stops checking. */
async function refuseDanglingReferences(runner: QueryRunner, name: string): Promise<void> {
  const dangling = (await runner.query('PRAGMA foreign_key_check')) as { table: string }[];
  if (dangling.length === 0) return;
  const tables = [...new Set(dangling.map(({ table }) => table))].join(', ');
  throw new Error(`${name} leaves ${dangling.length} references dangling in ${tables}.`);
}
