import { type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const instant = { type: 'varchar', length: '24' };
const reference = (table: string, to: string) => ({
  name: `${table}_${to}_fk`,
  columnNames: [`${to}_id`],
  referencedTableName: to,
  referencedColumnNames: ['id'],
});

/** The experts of a re-review get sheets of their own. */
export class ReReviewSheets1700000000007 extends ForwardMigration {
  readonly name = 'ReReviewSheets1700000000007';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.createTable(panels());
    await runner.createTable(sheets());
  }
}

function panels(): Table {
  const name = 're_review_panel';
  const columns: TableColumnOptions[] = [
    { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
    { name: 'programme_id', ...id },
    { name: 'application_id', ...id },
    { name: 'objection_id', ...id },
    { name: 'indicators', type: 'text' },
    { name: 'figures', type: 'text' },
    { name: 'on_paper', type: 'integer' },
    { name: 'closes_on', type: 'varchar', length: '10' },
    { name: 'appointed_by', ...id },
    { name: 'appointed_at', ...instant },
  ];
  return new Table({
    name,
    columns,
    uniques: [{ name: `${name}_objection_unique`, columnNames: ['objection_id'] }],
    indices: [{ name: `${name}_application`, columnNames: ['application_id'] }],
    foreignKeys: ['programme', 'application', 'objection'].map((one) => reference(name, one)),
  });
}

function sheets(): Table {
  const name = 're_review_sheet';
  const columns: TableColumnOptions[] = [
    { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
    { name: 'panel_id', ...id },
    { name: 'expert_id', ...id },
    { name: 'account_id', ...id },
    { name: 'number', type: 'integer' },
    { name: 'state', type: 'varchar', length: '40' },
    { name: 'declared_at', ...instant, isNullable: true },
    { name: 'ground', type: 'varchar', length: '4', isNullable: true },
    { name: 'scores', type: 'text' },
    { name: 'comments', type: 'text' },
    { name: 'findings', type: 'text' },
    { name: 'total', type: 'integer', isNullable: true },
    { name: 'keyings', type: 'text' },
    { name: 'first_opened_at', ...instant, isNullable: true },
    { name: 'saved_at', ...instant },
    { name: 'signed_at', ...instant, isNullable: true },
    { name: 'chain_head', type: 'varchar', length: '64', isNullable: true },
    { name: 'void_reason', type: 'text', isNullable: true },
    { name: 'version', type: 'integer' },
  ];
  return new Table({
    name,
    columns,
    uniques: [{ name: `${name}_expert_unique`, columnNames: ['panel_id', 'expert_id'] }],
    indices: [{ name: `${name}_account`, columnNames: ['account_id', 'state'] }],
    checks: [
      { name: `${name}_state_check`, expression: `"state" IN ('Open', 'Signed', 'Voided')` },
    ],
    foreignKeys: [
      { ...reference(name, 'panel'), referencedTableName: 're_review_panel' },
      reference(name, 'expert'),
      reference(name, 'account'),
    ],
  });
}
