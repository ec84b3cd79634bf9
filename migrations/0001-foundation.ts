import { createHash } from 'node:crypto';
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { foundationTables } from './foundation-tables.js';

/** Tells a database of an earlier development version from one of this. */
export const foundationMark = createHash('sha256')
  .update(JSON.stringify(foundationTables))
  .digest('hex');

export class Foundation1700000000001 implements MigrationInterface {
  name = 'Foundation1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const options of foundationTables) await runner.createTable(new Table(options));
    await runner.query(
      `INSERT INTO chain_head (id, sequence, hash, public_generation) VALUES (1, 0, '${'0'.repeat(64)}', 1)`,
    );
    await runner.query(
      `INSERT INTO city_setting (name, value) VALUES ('foundation', '${foundationMark}')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const options of foundationTables.toReversed()) await runner.dropTable(options.name);
  }
}
