import { type QueryRunner, Table } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const instant = { type: 'varchar', length: '24' };
const empty = { isNullable: true };

/** Which record was merged into which, with every row that moved, so that it can be taken apart again. */
export class MergedMerchants1700000000027 extends ForwardMigration {
  readonly name = 'MergedMerchants1700000000027';

  protected async forward(runner: QueryRunner): Promise<void> {
    const name = 'merchant_merge';
    const merchant = (columnName: string) => ({
      name: `${name}_${columnName.replace('_id', '')}_fk`,
      columnNames: [columnName],
      referencedTableName: 'merchant',
      referencedColumnNames: ['id'],
    });
    await runner.createTable(
      new Table({
        name,
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
          { name: 'merged_id', ...id },
          { name: 'kept_id', ...id },
          { name: 'reason', type: 'text' },
          { name: 'moved', type: 'text' },
          { name: 'merged_by', ...id },
          { name: 'merged_at', ...instant },
          { name: 'undone_by', ...id, ...empty },
          { name: 'undone_at', ...instant, ...empty },
        ],
        indices: [
          { name: `${name}_merged`, columnNames: ['merged_id'] },
          { name: `${name}_kept`, columnNames: ['kept_id'] },
        ],
        foreignKeys: [merchant('merged_id'), merchant('kept_id')],
      }),
    );
  }
}
