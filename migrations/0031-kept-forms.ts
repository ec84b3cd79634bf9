import { type QueryRunner, Table } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const name = 'kept_form';

/** What somebody is typing into a long form, kept until the form is sent. */
export class KeptForms1700000000031 extends ForwardMigration {
  readonly name = 'KeptForms1700000000031';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name,
        columns: [
          {
            name: 'place_hash',
            type: 'varchar',
            length: '64',
            isPrimary: true,
            primaryKeyConstraintName: `${name}_pk`,
          },
          { name: 'account_id', type: 'varchar', length: '20' },
          { name: 'sealed', type: 'text' },
          { name: 'saved_at', type: 'varchar', length: '24' },
        ],
        indices: [{ name: `${name}_account`, columnNames: ['account_id'] }],
      }),
    );
  }
}
