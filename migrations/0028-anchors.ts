import { type QueryRunner, Table } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const instant = { type: 'varchar', length: '24' };
const empty = { isNullable: true };

/**
 * Anchors and what judges give them. Programmes announced before ask for none, so a calibration that was
 * stated for one stays in its records and its rounds go on.
 */
export class Anchors1700000000028 extends ForwardMigration {
  readonly name = 'Anchors1700000000028';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.createTable(anchors());
    await runner.createTable(sheets());
  }
}

const toId = (name: string, column: string, table: string) => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
});

function anchors(): Table {
  const name = 'anchor_dossier';
  return new Table({
    name,
    columns: [
      { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
      { name: 'programme_id', ...id },
      { name: 'category_id', ...id },
      { name: 'number', type: 'integer' },
      { name: 'state', type: 'varchar', length: '40' },
      { name: 'source_id', ...id, ...empty },
      { name: 'evidence', type: 'text' },
      { name: 'points', type: 'text' },
      { name: 'reasons', type: 'text' },
      { name: 'prepared_by', ...id },
      { name: 'prepared_at', ...instant },
      { name: 'confirmed_by', ...id, ...empty },
      { name: 'confirmed_at', ...instant, ...empty },
      { name: 'return_reason', type: 'text', ...empty },
      { name: 'version', type: 'integer' },
    ],
    uniques: [{ name: `${name}_number_unique`, columnNames: ['category_id', 'number'] }],
    indices: [
      { name: `${name}_programme`, columnNames: ['programme_id'] },
      { name: `${name}_source`, columnNames: ['source_id'] },
    ],
    checks: [
      {
        name: `${name}_state_check`,
        expression: `"state" IN ('Draft', 'Prepared', 'Confirmed', 'Withdrawn')`,
      },
    ],
    foreignKeys: [
      toId(`${name}_programme_fk`, 'programme_id', 'programme'),
      toId(`${name}_category_fk`, 'category_id', 'category'),
      toId(`${name}_source_fk`, 'source_id', 'application'),
    ],
  });
}

function sheets(): Table {
  const name = 'anchor_sheet';
  return new Table({
    name,
    columns: [
      { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
      { name: 'anchor_id', ...id },
      { name: 'account_id', ...id },
      { name: 'state', type: 'varchar', length: '40' },
      { name: 'scores', type: 'text' },
      { name: 'comments', type: 'text' },
      { name: 'saved_at', ...instant },
      { name: 'submitted_at', ...instant, ...empty },
      { name: 'acknowledged_at', ...instant, ...empty },
      { name: 'version', type: 'integer' },
    ],
    uniques: [{ name: `${name}_account_unique`, columnNames: ['anchor_id', 'account_id'] }],
    indices: [{ name: `${name}_account`, columnNames: ['account_id'] }],
    checks: [
      {
        name: `${name}_state_check`,
        expression: `"state" IN ('Open', 'Submitted', 'Acknowledged')`,
      },
    ],
    foreignKeys: [
      toId(`${name}_anchor_fk`, 'anchor_id', 'anchor_dossier'),
      toId(`${name}_account_fk`, 'account_id', 'account'),
    ],
  });
}
