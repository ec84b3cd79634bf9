import { type QueryRunner, Table } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const instant = { type: 'varchar', length: '24' };
const hash = { type: 'varchar', length: '64' };
const empty = { isNullable: true };

const key = (table: string) => ({
  name: 'id',
  ...id,
  isPrimary: true,
  primaryKeyConstraintName: `${table}_pk`,
});
const toId = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
});

/** The order in which a defence is heard, who came, and the clock of each turn. */
export class DefenceDay1700000000034 extends ForwardMigration {
  readonly name = 'DefenceDay1700000000034';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'defence_order',
        columns: [
          key('defence_order'),
          { name: 'round_id', ...id },
          { name: 'number', type: 'integer' },
          { name: 'labels', type: 'text' },
          { name: 'list_hash', ...hash },
          { name: 'commitment', ...hash },
          { name: 'seed_sealed', type: 'text', ...empty },
          { name: 'committed_by', ...id },
          { name: 'committed_at', ...instant },
          { name: 'witness', type: 'varchar', length: '100', ...empty },
          { name: 'witnessed_by', ...id, ...empty },
          { name: 'witnessed_at', ...instant, ...empty },
          { name: 'drawn_by', ...id, ...empty },
          { name: 'drawn_at', ...instant, ...empty },
          { name: 'record', type: 'text', ...empty },
          { name: 'version', type: 'integer' },
        ],
        uniques: [{ name: 'defence_order_number_unique', columnNames: ['round_id', 'number'] }],
        foreignKeys: [toId('defence_order_round_fk', 'round_id', 'round')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'defence_turn',
        columns: [
          key('defence_turn'),
          { name: 'order_id', ...id },
          { name: 'application_id', ...id },
          { name: 'place', type: 'integer' },
          { name: 'attendance', type: 'varchar', length: '40', ...empty },
          { name: 'again', type: 'integer' },
          { name: 'speaker_sealed', type: 'text', ...empty },
          { name: 'note', type: 'text', ...empty },
          { name: 'attendance_by', ...id, ...empty },
          { name: 'attendance_at', ...instant, ...empty },
          { name: 'version', type: 'integer' },
        ],
        uniques: [
          { name: 'defence_turn_place_unique', columnNames: ['order_id', 'place'] },
          { name: 'defence_turn_application_unique', columnNames: ['order_id', 'application_id'] },
        ],
        checks: [
          {
            name: 'defence_turn_attendance_check',
            expression: `"attendance" IN ('head', 'substitute', 'absent')`,
          },
        ],
        foreignKeys: [
          toId('defence_turn_order_fk', 'order_id', 'defence_order'),
          toId('defence_turn_application_fk', 'application_id', 'application'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'clock_act',
        columns: [
          key('clock_act'),
          { name: 'turn_id', ...id },
          { name: 'number', type: 'integer' },
          { name: 'kind', type: 'varchar', length: '40' },
          { name: 'reason', type: 'text', ...empty },
          { name: 'by_id', ...id },
          { name: 'at', ...instant },
        ],
        uniques: [{ name: 'clock_act_number_unique', columnNames: ['turn_id', 'number'] }],
        checks: [
          {
            name: 'clock_act_kind_check',
            expression: `"kind" IN ('start', 'pause', 'resume', 'finish')`,
          },
        ],
        foreignKeys: [toId('clock_act_turn_fk', 'turn_id', 'defence_turn')],
      }),
    );
  }
}
