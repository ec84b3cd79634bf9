import { type QueryRunner, Table, TableColumn, type TableColumnOptions } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const varchar =
  (length: string) =>
  (name: string, isNullable = true): TableColumnOptions => ({
    name,
    type: 'varchar',
    length,
    isNullable,
  });
const id = varchar('20');
const instant = varchar('24');
const word = varchar('40');
const short = varchar('60');
const hash = varchar('64');
const text = (name: string, isNullable = true): TableColumnOptions => ({
  name,
  type: 'text',
  isNullable,
});
const whole = (name: string, isNullable = false): TableColumnOptions => ({
  name,
  type: 'integer',
  isNullable,
});
const key = (table: string): TableColumnOptions => ({
  ...id('id', false),
  isPrimary: true,
  primaryKeyConstraintName: `${table}_pk`,
});
const oneOf = (table: string, column: string, values: readonly string[]) => ({
  name: `${table}_${column}_check`,
  expression: `"${column}" IN (${values.map((value) => `'${value}'`).join(', ')})`,
});
const reference = (table: string, to: string, name: string) => ({
  name: `${table}_${name}_fk`,
  columnNames: [`${name}_id`],
  referencedTableName: to,
  referencedColumnNames: ['id'],
});

/** Confirmed addresses, what leaves the house for them, one-time codes, and letters to a group. */
export class OutgoingMail1700000000017 extends ForwardMigration {
  readonly name = 'OutgoingMail1700000000017';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('message', 'message_mailed');
    await runner.dropColumns('message', ['mailed_at', 'attempts']);
    await runner.addColumns('account', [
      new TableColumn(instant('email_confirmed_at')),
      new TableColumn(instant('mobile_confirmed_at')),
      new TableColumn(text('channels')),
    ]);
    await runner.createTable(deliveries());
    await runner.createTable(codes());
    await runner.createTable(letters());
  }
}

function deliveries(): Table {
  const name = 'delivery';
  return new Table({
    name,
    columns: [
      key(name),
      word('channel', false),
      id('account_id'),
      id('message_id'),
      short('template', false),
      text('sealed'),
      whole('urgent'),
      instant('created_at', false),
      instant('due_at', false),
      whole('attempts'),
      instant('tried_at'),
      id('letter_id'),
      word('outcome'),
      instant('ended_at'),
      varchar('300')('reason'),
      whole('cost', true),
      varchar('80')('provider_id'),
    ],
    uniques: [{ name: 'delivery_message_unique', columnNames: ['message_id', 'channel'] }],
    foreignKeys: [reference(name, 'account', 'account'), reference(name, 'message', 'message')],
    indices: [
      { name: 'delivery_account', columnNames: ['account_id'] },
      { name: 'delivery_due', columnNames: ['outcome', 'due_at'] },
    ],
    checks: [
      oneOf(name, 'channel', ['mail', 'sms']),
      oneOf(name, 'outcome', ['sent', 'failed', 'dropped']),
    ],
  });
}

function codes(): Table {
  const name = 'one_time_code';
  return new Table({
    name,
    columns: [
      key(name),
      word('purpose', false),
      id('account_id'),
      hash('target', false),
      text('sealed', false),
      hash('code_hash', false),
      instant('created_at', false),
      instant('expires_at', false),
      instant('used_at'),
    ],
    foreignKeys: [reference(name, 'account', 'account')],
    indices: [{ name: 'one_time_code_expires', columnNames: ['expires_at'] }],
    checks: [oneOf(name, 'purpose', ['email', 'mobile', 'oldMobile', 'newMobile', 'recovery'])],
  });
}

function letters(): Table {
  const name = 'group_letter';
  return new Table({
    name,
    columns: [
      key(name),
      id('programme_id', false),
      text('chosen', false),
      short('subject', false),
      text('body', false),
      whole('merchants'),
      id('sent_by', false),
      instant('sent_at', false),
    ],
    foreignKeys: [reference(name, 'programme', 'programme')],
    indices: [{ name: 'group_letter_programme', columnNames: ['programme_id'] }],
  });
}
