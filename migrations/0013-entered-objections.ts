import { type QueryRunner, TableColumn } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

/** How an objection came that the office entered, and who entered it; empty for one filed on the site. */
export class EnteredObjections1700000000013 extends ForwardMigration {
  readonly name = 'EnteredObjections1700000000013';

  protected async forward(runner: QueryRunner): Promise<void> {
    const channel = { name: 'channel', type: 'varchar', length: '20', isNullable: true };
    const by = { name: 'entered_by', type: 'varchar', length: '20', isNullable: true };
    await runner.addColumn('objection', new TableColumn(channel));
    await runner.addColumn('objection', new TableColumn(by));
  }
}
