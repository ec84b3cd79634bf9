import { type QueryRunner, Table } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const instant = { type: 'varchar', length: '24' };
const empty = { isNullable: true };

/** What holders of a title tell others: a practice in a fixed shape, with the office's word on each claim. */
export class Practices1700000000022 extends ForwardMigration {
  readonly name = 'Practices1700000000022';

  protected async forward(runner: QueryRunner): Promise<void> {
    const name = 'practice';
    await runner.createTable(
      new Table({
        name,
        columns: [
          { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
          { name: 'merchant_id', ...id },
          { name: 'subject', type: 'varchar', length: '40' },
          { name: 'state', type: 'varchar', length: '40' },
          { name: 'headline', type: 'varchar', length: '40' },
          { name: 'doing', type: 'text' },
          { name: 'copying', type: 'text' },
          { name: 'helped', type: 'text' },
          { name: 'figure_label', type: 'varchar', length: '40', ...empty },
          { name: 'figure_unit', type: 'varchar', length: '10', ...empty },
          { name: 'figures', type: 'text' },
          { name: 'levels', type: 'text' },
          { name: 'pictures', type: 'text' },
          { name: 'consent_hash', type: 'varchar', length: '64', ...empty },
          { name: 'consented_by', ...id, ...empty },
          { name: 'submitted_at', ...instant, ...empty },
          { name: 'reviewed_by', ...id, ...empty },
          { name: 'reviewed_at', ...instant, ...empty },
          { name: 'return_reason', type: 'text', ...empty },
          { name: 'changed_at', ...instant },
          { name: 'version', type: 'integer' },
        ],
        uniques: [{ name: `${name}_subject_unique`, columnNames: ['merchant_id', 'subject'] }],
        checks: [
          {
            name: `${name}_subject_check`,
            expression: `"subject" IN ('delivery', 'packaging', 'training', 'farmLinks')`,
          },
          {
            name: `${name}_state_check`,
            expression: `"state" IN ('Draft', 'Submitted', 'Returned', 'Released', 'Withdrawn')`,
          },
        ],
        foreignKeys: [
          {
            name: `${name}_merchant_fk`,
            columnNames: ['merchant_id'],
            referencedTableName: 'merchant',
            referencedColumnNames: ['id'],
          },
        ],
      }),
    );
  }
}
