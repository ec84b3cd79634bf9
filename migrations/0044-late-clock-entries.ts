import { type QueryRunner, Table, TableColumn, TableForeignKey } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const instant = { type: 'varchar', length: '24' };
const empty = { isNullable: true };

/** Times of a defence that were entered afterwards, with a reason and a second person's word on them. */
export class LateClockEntries1700000000044 extends ForwardMigration {
  readonly name = 'LateClockEntries1700000000044';

  protected async forward(runner: QueryRunner): Promise<void> {
    const name = 'late_clock_entry';
    await runner.createTable(
      new Table({
        name,
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
          { name: 'turn_id', ...id },
          { name: 'number', type: 'integer' },
          { name: 'kind', type: 'varchar', length: '40' },
          { name: 'reason', type: 'text' },
          { name: 'entered_by', ...id },
          { name: 'entered_at', ...instant },
          { name: 'accepted', type: 'integer', ...empty },
          { name: 'decided_by', ...id, ...empty },
          { name: 'decided_at', ...instant, ...empty },
        ],
        uniques: [{ name: `${name}_number_unique`, columnNames: ['turn_id', 'number'] }],
        checks: [
          { name: `${name}_kind_check`, expression: `"kind" IN ('pause', 'speech', 'end')` },
        ],
        foreignKeys: [
          {
            name: `${name}_turn_fk`,
            columnNames: ['turn_id'],
            referencedTableName: 'defence_turn',
            referencedColumnNames: ['id'],
          },
        ],
      }),
    );
    await runner.addColumn(
      'clock_act',
      new TableColumn({ name: 'late_entry_id', ...id, ...empty }),
    );
    await runner.createForeignKey(
      'clock_act',
      new TableForeignKey({
        name: 'clock_act_late_entry_fk',
        columnNames: ['late_entry_id'],
        referencedTableName: name,
        referencedColumnNames: ['id'],
      }),
    );
  }
}
