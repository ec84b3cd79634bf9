import { type QueryRunner, Table } from 'typeorm';
import { addFilledColumn } from './support/change-table.js';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const hash = { type: 'varchar', length: '64' };
const instant = { type: 'varchar', length: '24' };
const empty = { isNullable: true };

/** An own file that a judge scores a second time without knowing it, where a round asks for that. */
export class HiddenRepeats1700000000049 extends ForwardMigration {
  readonly name = 'HiddenRepeats1700000000049';

  protected async forward(runner: QueryRunner): Promise<void> {
    await addFilledColumn(runner, 'round', { name: 'repeats', type: 'integer' }, '0');
    await runner.createTable(
      new Table({
        name: 'repeat_sheet',
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: 'repeat_sheet_pk' },
          { name: 'round_id', ...id },
          { name: 'application_id', ...id },
          { name: 'seat_id', ...id },
          { name: 'account_id', ...id },
          { name: 'number', type: 'varchar', length: '10' },
          { name: 'position', type: 'integer' },
          { name: 'state', type: 'varchar', length: '40' },
          { name: 'scores', type: 'text' },
          { name: 'comments', type: 'text' },
          { name: 'total', type: 'integer', ...empty },
          { name: 'first_opened_at', ...instant, ...empty },
          { name: 'completed_at', ...instant, ...empty },
          { name: 'saved_at', ...instant },
          { name: 'reviewed_at', ...instant, ...empty },
          { name: 'signed_at', ...instant, ...empty },
          { name: 'chain_head', ...hash, ...empty },
          { name: 'dissent', type: 'text', ...empty },
          { name: 'version', type: 'integer' },
        ],
        uniques: [
          { name: 'repeat_sheet_seat_unique', columnNames: ['round_id', 'seat_id'] },
          { name: 'repeat_sheet_number_unique', columnNames: ['round_id', 'number'] },
        ],
        checks: [
          {
            name: 'repeat_sheet_state_check',
            expression: `"state" IN ('Open', 'Signed', 'Voided')`,
          },
        ],
        indices: [{ name: 'repeat_sheet_account', columnNames: ['account_id', 'round_id'] }],
        foreignKeys: ['round', 'application', 'seat', 'account'].map((table) => ({
          name: `repeat_sheet_${table}_fk`,
          columnNames: [`${table}_id`],
          referencedTableName: table,
          referencedColumnNames: ['id'],
        })),
      }),
    );
    await runner.createTable(
      new Table({
        name: 'repeat_file',
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: 'repeat_file_pk' },
          { name: 'sheet_id', ...id },
          { name: 'document_id', ...id },
        ],
        indices: [{ name: 'repeat_file_sheet', columnNames: ['sheet_id', 'document_id'] }],
        foreignKeys: [
          {
            name: 'repeat_file_sheet_fk',
            columnNames: ['sheet_id'],
            referencedTableName: 'repeat_sheet',
            referencedColumnNames: ['id'],
          },
          {
            name: 'repeat_file_document_fk',
            columnNames: ['document_id'],
            referencedTableName: 'document',
            referencedColumnNames: ['id'],
          },
        ],
      }),
    );
    // What a judge notes and pins belongs to a sheet of either table.
    await runner.dropForeignKey('sheet_mark', 'sheet_mark_sheet_fk');
    await runner.dropForeignKey('evidence_pin', 'evidence_pin_sheet_fk');
  }
}
