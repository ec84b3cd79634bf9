import { type QueryRunner, Table } from 'typeorm';
import { foundationTables } from './foundation-tables.js';
import { ForwardMigration } from './support/forward-migration.js';

export class Foundation1700000000001 extends ForwardMigration {
  readonly name = 'Foundation1700000000001';

  protected async forward(runner: QueryRunner): Promise<void> {
    for (const options of foundationTables) await runner.createTable(new Table(options));
    await runner.query(
      `INSERT INTO chain_head (id, sequence, hash, public_generation) VALUES (1, 0, '${'0'.repeat(64)}', 1)`,
    );
  }
}
