import { type QueryRunner, Table, TableColumn, TableForeignKey } from 'typeorm';
import { replaceCheck } from './support/change-table.js';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const hash = { type: 'varchar', length: '64' };
const instant = { type: 'varchar', length: '24' };
const empty = { isNullable: true };

/** A defence that a laptop led without a network: the file it was led from, and that its result was taken over. */
export class HallFiles1700000000048 extends ForwardMigration {
  readonly name = 'HallFiles1700000000048';

  protected async forward(runner: QueryRunner): Promise<void> {
    const name = 'hall_file';
    await runner.createTable(
      new Table({
        name,
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
          { name: 'round_id', ...id },
          { name: 'number', type: 'integer' },
          { name: 'content', type: 'text' },
          { name: 'hash', ...hash },
          { name: 'result_key', ...hash },
          { name: 'made_by', ...id },
          { name: 'made_at', ...instant },
          { name: 'result_hash', ...hash, ...empty },
          { name: 'taken_by', ...id, ...empty },
          { name: 'taken_at', ...instant, ...empty },
        ],
        uniques: [{ name: `${name}_number_unique`, columnNames: ['round_id', 'number'] }],
        foreignKeys: [
          {
            name: `${name}_round_fk`,
            columnNames: ['round_id'],
            referencedTableName: 'round',
            referencedColumnNames: ['id'],
          },
        ],
      }),
    );
    await runner.addColumn(
      'defence_turn',
      new TableColumn({ name: 'hall_file_id', ...id, ...empty }),
    );
    await runner.createForeignKey(
      'defence_turn',
      new TableForeignKey({
        name: 'defence_turn_hall_file_fk',
        columnNames: ['hall_file_id'],
        referencedTableName: name,
        referencedColumnNames: ['id'],
      }),
    );
    const kinds = `"kind" IN ('pause', 'speech', 'end', 'laptop')`;
    await replaceCheck(runner, 'late_clock_entry', 'late_clock_entry_kind_check', kinds);
  }
}
