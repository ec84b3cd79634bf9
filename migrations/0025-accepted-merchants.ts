import { type QueryRunner, TableColumn } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const person = { type: 'varchar', length: '20', isNullable: true };
const instant = { type: 'varchar', length: '24', isNullable: true };

/**
 * Since when a merchant counts as one of the city's, and what the office found out about a return in
 * doubt. Everybody who was in the register before counted and goes on counting.
 */
export class AcceptedMerchants1700000000025 extends ForwardMigration {
  readonly name = 'AcceptedMerchants1700000000025';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.addColumn('merchant', new TableColumn({ name: 'accepted_at', ...instant }));
    await runner.addColumn('merchant', new TableColumn({ name: 'accepted_by', ...person }));
    await runner.query('UPDATE merchant SET accepted_at = registered_at');
    await runner.addColumn('annual_return', new TableColumn({ name: 'checked_by', ...person }));
    await runner.addColumn('annual_return', new TableColumn({ name: 'checked_at', ...instant }));
    const note = { name: 'check_note', type: 'text', isNullable: true };
    await runner.addColumn('annual_return', new TableColumn(note));
  }
}
