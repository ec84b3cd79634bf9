import { type QueryRunner, Table } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const toId = (column: string, table: string) => ({
  name: `score_reveal_${table}_fk`,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
});

/** What a chair showed in the hall, by a rule of the programme: which sheets, when and by whom. */
export class HallReveal1700000000043 extends ForwardMigration {
  readonly name = 'HallReveal1700000000043';

  protected async forward(runner: QueryRunner): Promise<void> {
    const name = 'score_reveal';
    await runner.createTable(
      new Table({
        name,
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
          { name: 'round_id', ...id },
          { name: 'application_id', ...id },
          { name: 'sheets', type: 'text' },
          { name: 'revealed_by', ...id },
          { name: 'revealed_at', type: 'varchar', length: '24' },
        ],
        uniques: [
          { name: `${name}_application_unique`, columnNames: ['round_id', 'application_id'] },
        ],
        indices: [{ name: `${name}_application`, columnNames: ['application_id'] }],
        foreignKeys: [toId('round_id', 'round'), toId('application_id', 'application')],
      }),
    );
  }
}
