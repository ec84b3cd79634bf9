import type { QueryRunner } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { replaceCheck } from '../../migrations/support/change-table.js';
import { ForwardMigration } from '../../migrations/support/forward-migration.js';
import { makeDataSource } from '../../src/database/data-source.js';
import { type FilledDatabase, filledFoundation, foundationRows } from './filled-foundation.js';
import { WidenAccountKind } from './widen-account-kind.js';

/** Takes away what others refer to, which SQLite does not notice while it rebuilds tables. */
class LoseAccounts extends ForwardMigration {
  readonly name = 'LoseAccounts1800000000002';

  protected async forward(runner: QueryRunner): Promise<void> {
    await replaceCheck(runner, 'account', 'account_kind_check', `"kind" <> ''`);
    await runner.query(`DELETE FROM account WHERE id = 'r0'`);
  }
}

const inOrder = (all: readonly unknown[]): string[] =>
  all.map((one) => JSON.stringify(one)).toSorted();

describe('a step on filled tables', () => {
  let place: FilledDatabase;
  const run = async (step: new () => ForwardMigration) => {
    const source = await makeDataSource(place, [], [...migrations, step]).initialize();
    try {
      return await source.runMigrations();
    } finally {
      await source.destroy();
    }
  };
  const ask = async (sql: string) => {
    const source = await makeDataSource(place, [], []).initialize();
    try {
      return await source.query<Record<string, unknown>[]>(sql);
    } finally {
      await source.destroy();
    }
  };
  const shape = async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const tables = await source.createQueryRunner().getTables();
    await source.destroy();
    return tables
      .filter(({ checks }) => checks)
      .map(({ name, columns, indices, uniques, foreignKeys, checks }) => ({
        name: name.replace(/^.*\./, ''),
        columns: columns.map((column) => [column.name, column.type, column.isNullable]),
        indices: inOrder(indices.map((one) => [one.name, one.columnNames])),
        uniques: inOrder(uniques.map((one) => [one.name, one.columnNames])),
        references: inOrder(
          foreignKeys.map((one) => [
            one.name,
            one.columnNames,
            one.referencedTableName.replace(/^.*\./, ''),
          ]),
        ),
        checks: inOrder(checks.map((one) => one.name)),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  };

  beforeAll(async () => {
    place = await filledFoundation();
    const source = await makeDataSource(place, [], migrations).initialize();
    await source.runMigrations();
    await source.destroy();
  });
  afterAll(() => place.remove());

  it('widens a CHECK of a table that many refer to, and nothing else changes', async () => {
    const [rows, tables] = [await foundationRows(place), await shape()];
    await run(WidenAccountKind);
    expect(await foundationRows(place)).toEqual(rows);
    expect(await shape()).toEqual(tables);
    await ask(`UPDATE account SET kind = 'observer' WHERE id = 'r1'`);
    await expect(ask(`UPDATE account SET kind = 'other' WHERE id = 'r1'`)).rejects.toThrow(
      /account_kind_check/,
    );
    await expect(ask(`DELETE FROM account WHERE id = 'r0'`)).rejects.toThrow(/foreign key/i);
  });

  it('is undone whole when it leaves a reference dangling', async () => {
    const rows = await foundationRows(place);
    await expect(run(LoseAccounts)).rejects.toThrow(/dangling in|foreign key/);
    expect(await foundationRows(place)).toEqual(rows);
    expect(await ask(`SELECT name FROM migrations WHERE name LIKE 'Lose%'`)).toEqual([]);
    await expect(ask(`UPDATE account SET kind = 'other' WHERE id = 'r1'`)).rejects.toThrow(
      /account_kind_check/,
    );
  });
});
