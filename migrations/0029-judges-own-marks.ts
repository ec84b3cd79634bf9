import { type QueryRunner, Table, TableColumn } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const instant = { type: 'varchar', length: '24' };

/**
 * Flags and notes that a judge keeps for nobody else, when a judge last looked through the sheets, answers
 * of a declaration before it is signed, and more than one relation to the same applicant.
 */
export class JudgesOwnMarks1700000000029 extends ForwardMigration {
  readonly name = 'JudgesOwnMarks1700000000029';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'sheet_mark',
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: 'sheet_mark_pk' },
          { name: 'sheet_id', ...id },
          { name: 'flagged', type: 'integer' },
          { name: 'note_sealed', type: 'text', isNullable: true },
          { name: 'saved_at', ...instant },
        ],
        uniques: [{ name: 'sheet_mark_sheet_unique', columnNames: ['sheet_id'] }],
        foreignKeys: [
          {
            name: 'sheet_mark_sheet_fk',
            columnNames: ['sheet_id'],
            referencedTableName: 'score_sheet',
            referencedColumnNames: ['id'],
          },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'declaration_draft',
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: 'declaration_draft_pk' },
          { name: 'seat_id', ...id },
          { name: 'answers', type: 'text' },
          { name: 'saved_at', ...instant },
          { name: 'version', type: 'integer' },
        ],
        uniques: [{ name: 'declaration_draft_seat_unique', columnNames: ['seat_id'] }],
        foreignKeys: [
          {
            name: 'declaration_draft_seat_fk',
            columnNames: ['seat_id'],
            referencedTableName: 'seat',
            referencedColumnNames: ['id'],
          },
        ],
      }),
    );
    const empty = { isNullable: true };
    await runner.addColumn(
      'score_sheet',
      new TableColumn({ name: 'reviewed_at', ...instant, ...empty }),
    );
    await runner.addColumn(
      'conflict_declaration',
      new TableColumn({ name: 'more_grounds', type: 'text', ...empty }),
    );
  }
}
