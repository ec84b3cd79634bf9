import { type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const instant = { type: 'varchar', length: '24' };
const primary = (table: string): TableColumnOptions => ({
  name: 'id',
  ...id,
  isPrimary: true,
  primaryKeyConstraintName: `${table}_pk`,
});
const reference = (table: string, to: string) => ({
  name: `${table}_${to}_fk`,
  columnNames: [`${to}_id`],
  referencedTableName: to,
  referencedColumnNames: ['id'],
});

/**
 * Every version of an application that was handed in; what is said about each item of a correction; and
 * the order in which a division recommends, as one thing that one person signs.
 */
export class HandingInAgain1700000000019 extends ForwardMigration {
  readonly name = 'HandingInAgain1700000000019';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.createTable(submissions());
    await runner.createTable(correctionMessages());
    await runner.createTable(rankings());
  }
}

function submissions(): Table {
  const name = 'submission';
  return new Table({
    name,
    columns: [
      primary(name),
      { name: 'application_id', ...id },
      { name: 'number', type: 'integer' },
      { name: 'kind', type: 'varchar', length: '40' },
      { name: 'submitted_at', ...instant },
      { name: 'account_id', ...id, isNullable: true },
      { name: 'confirmation', type: 'varchar', length: '20', isNullable: true },
      { name: 'content_hash', type: 'varchar', length: '64' },
      { name: 'content', type: 'text' },
    ],
    uniques: [{ name: `${name}_number_unique`, columnNames: ['application_id', 'number'] }],
    checks: [{ name: `${name}_kind_check`, expression: `"kind" IN ('submission', 'correction')` }],
    foreignKeys: [reference(name, 'application')],
  });
}

function correctionMessages(): Table {
  const name = 'correction_message';
  return new Table({
    name,
    columns: [
      primary(name),
      { name: 'application_id', ...id },
      { name: 'correction_id', ...id },
      { name: 'item', type: 'varchar', length: '80' },
      { name: 'side', type: 'varchar', length: '40' },
      { name: 'text', type: 'text' },
      { name: 'account_id', ...id },
      { name: 'sent_at', ...instant },
    ],
    indices: [{ name: `${name}_application`, columnNames: ['application_id'] }],
    checks: [{ name: `${name}_side_check`, expression: `"side" IN ('office', 'merchant')` }],
    foreignKeys: [
      reference(name, 'application'),
      { ...reference(name, 'correction'), referencedTableName: 'correction_request' },
    ],
  });
}

function rankings(): Table {
  const name = 'ranking';
  return new Table({
    name,
    columns: [
      primary(name),
      { name: 'category_id', ...id },
      { name: 'division_code', type: 'varchar', length: '12' },
      { name: 'state', type: 'varchar', length: '40' },
      { name: 'ordered_at', ...instant },
      { name: 'handed_by', ...id, isNullable: true },
      { name: 'handed_at', ...instant, isNullable: true },
      { name: 'return_reason', type: 'text', isNullable: true },
      { name: 'signed_by', ...id, isNullable: true },
      { name: 'signed_at', ...instant, isNullable: true },
      { name: 'seal_scan_id', ...id, isNullable: true },
      { name: 'version', type: 'integer' },
    ],
    uniques: [{ name: `${name}_division_unique`, columnNames: ['category_id', 'division_code'] }],
    checks: [
      {
        name: `${name}_state_check`,
        expression: `"state" IN ('open', 'handed', 'returned', 'signed')`,
      },
    ],
    foreignKeys: [reference(name, 'category')],
  });
}
