import { type QueryRunner, Table } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };

/** Pages of files that a judge's score rests on. */
export class EvidencePins1700000000036 extends ForwardMigration {
  readonly name = 'EvidencePins1700000000036';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'evidence_pin',
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: 'evidence_pin_pk' },
          { name: 'sheet_id', ...id },
          { name: 'indicator', type: 'varchar', length: '20' },
          { name: 'document_id', ...id },
          { name: 'page', type: 'integer', isNullable: true },
          { name: 'pinned_at', type: 'varchar', length: '24' },
        ],
        indices: [{ name: 'evidence_pin_sheet', columnNames: ['sheet_id'] }],
        foreignKeys: [
          {
            name: 'evidence_pin_sheet_fk',
            columnNames: ['sheet_id'],
            referencedTableName: 'score_sheet',
            referencedColumnNames: ['id'],
          },
        ],
      }),
    );
  }
}
