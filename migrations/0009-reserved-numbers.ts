import { type QueryRunner, Table } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };

/** Numbers of documents that are issued outside this register, each given once. */
export class ReservedNumbers1700000000009 extends ForwardMigration {
  readonly name = 'ReservedNumbers1700000000009';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'reserved_number',
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: 'reserved_number_pk' },
          { name: 'document_number', type: 'varchar', length: '40' },
          { name: 'purpose', type: 'varchar', length: '120' },
          { name: 'reason', type: 'varchar', length: '100', isNullable: true },
          { name: 'reserved_by', ...id },
          { name: 'reserved_at', type: 'varchar', length: '24' },
        ],
        uniques: [{ name: 'reserved_number_unique', columnNames: ['document_number'] }],
      }),
    );
  }
}
