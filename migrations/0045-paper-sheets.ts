import { type QueryRunner, Table, TableColumn } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const instant = { type: 'varchar', length: '24' };

/** Sheets that a judge fills in on paper, and what two people keyed from each. */
export class PaperSheets1700000000045 extends ForwardMigration {
  readonly name = 'PaperSheets1700000000045';

  protected async forward(runner: QueryRunner): Promise<void> {
    const since = { name: 'paper_since', ...instant, isNullable: true };
    await runner.addColumn('score_sheet', new TableColumn(since));
    await runner.createTable(papers());
    await runner.createTable(keyings());
  }
}

function papers(): Table {
  const name = 'paper_sheet';
  return new Table({
    name,
    columns: [
      { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
      { name: 'score_sheet_id', ...id },
      { name: 'issued_by', ...id },
      { name: 'issued_at', ...instant },
      { name: 'scan_id', ...id, isNullable: true },
      { name: 'settled_by', ...id, isNullable: true },
      { name: 'settled_at', ...instant, isNullable: true },
      { name: 'settled_note', type: 'text', isNullable: true },
      { name: 'withdrawn_by', ...id, isNullable: true },
      { name: 'withdrawn_at', ...instant, isNullable: true },
      { name: 'withdrawn_reason', type: 'text', isNullable: true },
      { name: 'version', type: 'integer' },
    ],
    indices: [{ name: `${name}_score_sheet`, columnNames: ['score_sheet_id'] }],
    foreignKeys: [
      {
        name: `${name}_score_sheet_fk`,
        columnNames: ['score_sheet_id'],
        referencedTableName: 'score_sheet',
        referencedColumnNames: ['id'],
      },
    ],
  });
}

function keyings(): Table {
  const name = 'paper_keying';
  return new Table({
    name,
    columns: [
      { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
      { name: 'paper_sheet_id', ...id },
      { name: 'account_id', ...id },
      { name: 'scores', type: 'text' },
      { name: 'comments', type: 'text' },
      { name: 'dissent', type: 'text', isNullable: true },
      { name: 'keyed_at', ...instant },
    ],
    uniques: [{ name: `${name}_account_unique`, columnNames: ['paper_sheet_id', 'account_id'] }],
    indices: [{ name: `${name}_account`, columnNames: ['account_id'] }],
    foreignKeys: [
      {
        name: `${name}_paper_sheet_fk`,
        columnNames: ['paper_sheet_id'],
        referencedTableName: 'paper_sheet',
        referencedColumnNames: ['id'],
      },
      {
        name: `${name}_account_fk`,
        columnNames: ['account_id'],
        referencedTableName: 'account',
        referencedColumnNames: ['id'],
      },
    ],
  });
}
