import { type QueryRunner, Table } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const name = 'window_entry';
const text = (column: string, length: string, isNullable = false) => ({
  name: column,
  type: 'varchar',
  length,
  isNullable,
});

/** Who came to the window with paper, for which merchant, and who typed it in. */
export class WindowEntries1700000000015 extends ForwardMigration {
  readonly name = 'WindowEntries1700000000015';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name,
        columns: [
          { ...text('id', '20'), isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
          text('receipt_number', '20'),
          text('merchant_id', '20'),
          { name: 'person_sealed', type: 'text' },
          text('capacity', '40'),
          text('sheet_id', '20'),
          text('entered_by', '20'),
          text('opened_at', '24'),
          text('opened_on', '10'),
          text('closed_at', '24', true),
          { name: 'version', type: 'integer' },
        ],
        checks: [{ name: `${name}_capacity_check`, expression: `"capacity" IN ('head', 'agent')` }],
        uniques: [{ name: `${name}_receipt_unique`, columnNames: ['receipt_number'] }],
        indices: [
          { name: `${name}_by`, columnNames: ['entered_by', 'opened_on'] },
          { name: `${name}_merchant`, columnNames: ['merchant_id'] },
        ],
      }),
    );
  }
}
