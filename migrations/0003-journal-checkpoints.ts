import { type QueryRunner, Table, TableColumn } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

/** Entries get a salt (older ones keep none), and the heads that were sent out a table. */
export class JournalCheckpoints1700000000003 extends ForwardMigration {
  readonly name = 'JournalCheckpoints1700000000003';

  protected async forward(runner: QueryRunner): Promise<void> {
    const salt = { name: 'salt', type: 'varchar', length: '32', isNullable: true };
    await runner.addColumn('journal_entry', new TableColumn(salt));
    await runner.createTable(
      new Table({
        name: 'checkpoint',
        columns: [
          {
            name: 'sequence',
            type: 'integer',
            isPrimary: true,
            primaryKeyConstraintName: 'checkpoint_pk',
          },
          { name: 'hash', type: 'varchar', length: '64' },
          { name: 'signature', type: 'varchar', length: '86' },
          { name: 'occasion', type: 'varchar', length: '40' },
          { name: 'subject_id', type: 'varchar', length: '20', isNullable: true },
          { name: 'at', type: 'varchar', length: '24' },
        ],
        checks: [
          {
            name: 'checkpoint_occasion_check',
            expression: `"occasion" IN ('day', 'lock', 'publication')`,
          },
        ],
      }),
    );
  }
}
