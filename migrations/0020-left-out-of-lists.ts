import { type QueryRunner, TableColumn } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

/** Why an award list names fewer than the public notice did; of lists from before nothing is known. */
export class LeftOutOfLists1700000000020 extends ForwardMigration {
  readonly name = 'LeftOutOfLists1700000000020';

  protected async forward(runner: QueryRunner): Promise<void> {
    const leftOut = { name: 'left_out', type: 'text', isNullable: true };
    await runner.addColumn('award_list', new TableColumn(leftOut));
  }
}
