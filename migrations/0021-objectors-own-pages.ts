import { type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';
import { replaceCheck } from './support/change-table.js';

const id = { type: 'varchar', length: '20' };
const instant = { type: 'varchar', length: '24' };

/**
 * What an objector adds later, and the keyed hash of the mobile that was given, by which a lost code is
 * given anew. Objections from before have no such hash: their number is sealed, and nobody is asked for it.
 */
export class ObjectorsOwnPages1700000000021 extends ForwardMigration {
  readonly name = 'ObjectorsOwnPages1700000000021';

  protected async forward(runner: QueryRunner): Promise<void> {
    const lookup = { name: 'mobile_lookup', type: 'varchar', length: '64', isNullable: true };
    await runner.addColumn('objection', new TableColumn(lookup));
    await runner.addColumn(
      'objection',
      new TableColumn({ name: 'added_at', ...instant, isNullable: true }),
    );
    const columnNames = ['mobile_lookup'];
    await runner.createIndex(
      'objection',
      new TableIndex({ name: 'objection_mobile', columnNames }),
    );
    await runner.createTable(additions());
    const purposes = `"purpose" IN ('email', 'mobile', 'oldMobile', 'newMobile', 'recovery', 'objection')`;
    await replaceCheck(runner, 'one_time_code', 'one_time_code_purpose_check', purposes);
  }
}

function additions(): Table {
  const name = 'objection_addition';
  return new Table({
    name,
    columns: [
      { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
      { name: 'objection_id', ...id },
      { name: 'note', type: 'text', isNullable: true },
      { name: 'document_id', ...id, isNullable: true },
      { name: 'added_at', ...instant },
    ],
    indices: [{ name: `${name}_objection`, columnNames: ['objection_id'] }],
    foreignKeys: [
      {
        name: `${name}_objection_fk`,
        columnNames: ['objection_id'],
        referencedTableName: 'objection',
        referencedColumnNames: ['id'],
      },
    ],
  });
}
