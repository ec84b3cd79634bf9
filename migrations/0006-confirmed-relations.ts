import { type QueryRunner, TableColumn } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

/** Who in the office found a stated tie between merchants true, and when. */
export class ConfirmedRelations1700000000006 extends ForwardMigration {
  readonly name = 'ConfirmedRelations1700000000006';

  protected async forward(runner: QueryRunner): Promise<void> {
    const by = { name: 'confirmed_by', type: 'varchar', length: '20', isNullable: true };
    const at = { name: 'confirmed_at', type: 'varchar', length: '24', isNullable: true };
    await runner.addColumn('related_merchant', new TableColumn(by));
    await runner.addColumn('related_merchant', new TableColumn(at));
  }
}
