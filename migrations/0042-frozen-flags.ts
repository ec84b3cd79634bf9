import { type QueryRunner, Table } from 'typeorm';
import { addFilledColumn } from './support/change-table.js';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const toId = (column: string, table: string) => ({
  name: `spread_finding_${table}_fk`,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
});

/** Which applications of a round are flagged once its first pass is signed, and which sheets came after. */
export class FrozenFlags1700000000042 extends ForwardMigration {
  readonly name = 'FrozenFlags1700000000042';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.createTable(findings());
    await addFilledColumn(runner, 'score_sheet', { name: 'added', type: 'integer' }, '0');
    await markAddedSheets(runner);
  }
}

function findings(): Table {
  const name = 'spread_finding';
  return new Table({
    name,
    columns: [
      { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
      { name: 'round_id', ...id },
      { name: 'application_id', ...id },
      { name: 'by_range', type: 'integer' },
      { name: 'by_deviation', type: 'integer' },
      { name: 'found_at', type: 'varchar', length: '24' },
    ],
    uniques: [{ name: `${name}_application_unique`, columnNames: ['round_id', 'application_id'] }],
    indices: [{ name: `${name}_application`, columnNames: ['application_id'] }],
    foreignKeys: [toId('round_id', 'round'), toId('application_id', 'application')],
  });
}

/** Who was asked to score again stands in the journal alone, by seat. */
async function markAddedSheets(runner: QueryRunner): Promise<void> {
  const entries = (await runner.query(
    `SELECT subject_id, details FROM journal_entry WHERE event = 'round.rescore' ORDER BY sequence`,
  )) as { subject_id: string; details: string }[];
  for (const { subject_id: application, details } of entries) {
    const { round, seats } = JSON.parse(details) as { round: string; seats: number[] };
    const numbers = seats.map(Number).join(', ');
    if (numbers === '') continue;
    await runner.query(
      `UPDATE score_sheet SET added = 1
       WHERE application_id = '${application}' AND round_id = '${round}'
         AND seat_id IN (SELECT id FROM seat WHERE number IN (${numbers}))`,
    );
  }
}
