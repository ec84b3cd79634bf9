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

/** What two people decide: a judge who is taken off an application or off the panel. */
export class TwoPeople1700000000004 extends ForwardMigration {
  readonly name = 'TwoPeople1700000000004';

  protected async forward(runner: QueryRunner): Promise<void> {
    const columns: TableColumnOptions[] = [
      { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: 'removal_pk' },
      { name: 'programme_id', ...id },
      { name: 'category_id', ...id },
      { name: 'seat_id', ...id },
      { name: 'application_id', ...id, isNullable: true },
      { name: 'ground', type: 'varchar', length: '4', isNullable: true },
      { name: 'reason', type: 'text' },
      { name: 'promote', type: 'integer' },
      { name: 'next_seat_id', ...id, isNullable: true },
      { name: 'state', type: 'varchar', length: '40' },
      { name: 'proposed_by', ...id },
      { name: 'proposed_at', ...instant },
      { name: 'decided_by', ...id, isNullable: true },
      { name: 'decided_at', ...instant, isNullable: true },
      { name: 'decision_reason', type: 'text', isNullable: true },
    ];
    await runner.createTable(
      new Table({
        name: 'removal',
        columns,
        indices: ['programme', 'seat', 'application'].map((one) => ({
          name: `removal_${one}`,
          columnNames: [`${one}_id`],
        })),
        checks: [
          {
            name: 'removal_state_check',
            expression: `"state" IN ('Proposed', 'Confirmed', 'Declined')`,
          },
        ],
        foreignKeys: ['programme', 'category', 'seat', 'application'].map((one) =>
          reference('removal', one),
        ),
      }),
    );
  }
}
