import { type QueryRunner, Table } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const instant = { type: 'varchar', length: '24' };
const empty = { isNullable: true };

const toId = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
});

/** Minutes that the chair of a panel keeps, and judges' word that the time is too short. */
export class Chair1700000000033 extends ForwardMigration {
  readonly name = 'Chair1700000000033';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'panel_minute',
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: 'panel_minute_pk' },
          { name: 'round_id', ...id },
          { name: 'number', type: 'integer' },
          { name: 'kind', type: 'varchar', length: '40' },
          { name: 'text', type: 'text' },
          { name: 'recorded_by', ...id },
          { name: 'recorded_at', ...instant },
          { name: 'answer', type: 'text', ...empty },
          { name: 'answered_by', ...id, ...empty },
          { name: 'answered_at', ...instant, ...empty },
        ],
        uniques: [{ name: 'panel_minute_number_unique', columnNames: ['round_id', 'number'] }],
        checks: [
          {
            name: 'panel_minute_kind_check',
            expression: `"kind" IN ('order', 'note', 'decision', 'question')`,
          },
        ],
        foreignKeys: [toId('panel_minute_round_fk', 'round_id', 'round')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'time_claim',
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: 'time_claim_pk' },
          { name: 'round_id', ...id },
          { name: 'seat_id', ...id },
          { name: 'closes_on', type: 'varchar', length: '10' },
          { name: 'claimed_at', ...instant },
        ],
        uniques: [
          { name: 'time_claim_seat_unique', columnNames: ['round_id', 'seat_id', 'closes_on'] },
        ],
        foreignKeys: [
          toId('time_claim_round_fk', 'round_id', 'round'),
          toId('time_claim_seat_fk', 'seat_id', 'seat'),
        ],
      }),
    );
  }
}
