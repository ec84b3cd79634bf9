import { type QueryRunner, Table, TableColumn, TableUnique } from 'typeorm';
import { addFilledColumn } from './support/change-table.js';
import { ForwardMigration } from './support/forward-migration.js';

const takeovers = new Table({
  name: 'city_takeover',
  columns: [
    {
      name: 'id',
      type: 'varchar',
      length: '20',
      isPrimary: true,
      primaryKeyConstraintName: 'city_takeover_pk',
    },
    { name: 'application_id', type: 'varchar', length: '20' },
    { name: 'reason', type: 'text' },
    { name: 'owner_id', type: 'varchar', length: '20' },
    { name: 'taken_by', type: 'varchar', length: '20' },
    { name: 'taken_at', type: 'varchar', length: '24' },
  ],
  uniques: [{ name: 'city_takeover_application_unique', columnNames: ['application_id'] }],
  foreignKeys: [
    {
      name: 'city_takeover_application_fk',
      columnNames: ['application_id'],
      referencedTableName: 'application',
      referencedColumnNames: ['id'],
    },
  ],
});

/**
 * A programme may have several legal bases, one after the other: each has its number. An extension
 * says whether new drafts may be begun under it; those before never let one begin for one application.
 * A round remembers when the office found it complete, and an application who took it over.
 */
export class RenewedLegalBasis1700000000005 extends ForwardMigration {
  readonly name = 'RenewedLegalBasis1700000000005';

  protected async forward(runner: QueryRunner): Promise<void> {
    await addFilledColumn(runner, 'legal_basis', { name: 'number', type: 'integer' }, '1');
    const begins = `CASE WHEN scope = 'application' THEN 0 ELSE 1 END`;
    await addFilledColumn(
      runner,
      'extension_order',
      { name: 'new_drafts', type: 'integer' },
      begins,
    );
    const closedAt = { name: 'closed_at', type: 'varchar', length: '24', isNullable: true };
    await runner.addColumn('round', new TableColumn(closedAt));
    await runner.createTable(takeovers);
    await runner.dropUniqueConstraint('legal_basis', 'legal_basis_programme_unique');
    await runner.createUniqueConstraint(
      'legal_basis',
      new TableUnique({
        name: 'legal_basis_number_unique',
        columnNames: ['programme_id', 'number'],
      }),
    );
  }
}
