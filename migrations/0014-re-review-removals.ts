import { type QueryRunner, TableColumn, TableForeignKey, TableIndex } from 'typeorm';
import { letColumnBeEmpty } from './support/change-table.js';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };

/** Two people can void the signed sheet of a re-review, which has no seat. */
export class ReReviewRemovals1700000000014 extends ForwardMigration {
  readonly name = 'ReReviewRemovals1700000000014';

  protected async forward(runner: QueryRunner): Promise<void> {
    const table = 'removal';
    await letColumnBeEmpty(runner, table, 'seat_id');
    const sheet = { name: 're_review_sheet_id', ...id, isNullable: true };
    await runner.addColumn(table, new TableColumn(sheet));
    await runner.createForeignKey(
      table,
      new TableForeignKey({
        name: 'removal_re_review_sheet_fk',
        columnNames: ['re_review_sheet_id'],
        referencedTableName: 're_review_sheet',
        referencedColumnNames: ['id'],
      }),
    );
    await runner.createIndex(
      table,
      new TableIndex({ name: 'removal_re_review_sheet', columnNames: ['re_review_sheet_id'] }),
    );
  }
}
