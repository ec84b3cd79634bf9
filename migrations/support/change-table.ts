import { type QueryRunner, TableCheck, TableColumn, type TableColumnOptions } from 'typeorm';

/*
 * Changes that SQLite makes by building the table anew and PostgreSQL in place. TypeORM does either
 * from one call, inside the transaction of the migration.
 */

/** A column that every row must have: `value` is the SQL with which existing rows get theirs. */
export async function addFilledColumn(
  runner: QueryRunner,
  table: string,
  column: TableColumnOptions,
  value: string,
): Promise<void> {
  await runner.addColumn(table, new TableColumn({ ...column, isNullable: true }));
  await runner.query(`UPDATE "${table}" SET "${column.name}" = ${value}`);
  await runner.changeColumn(table, column.name, new TableColumn(column));
}

/** Lets rows do without a value. The column is changed as it is known, or PostgreSQL would make it anew. */
export async function letColumnBeEmpty(
  runner: QueryRunner,
  table: string,
  column: string,
): Promise<void> {
  const known = (await runner.getTable(table))!.findColumnByName(column)!;
  await runner.changeColumn(table, known, Object.assign(known.clone(), { isNullable: true }));
}

/** Puts another expression behind the CHECK of this name, for example a longer list of values. */
export async function replaceCheck(
  runner: QueryRunner,
  table: string,
  name: string,
  expression: string,
): Promise<void> {
  await runner.dropCheckConstraint(table, name);
  await runner.createCheckConstraint(table, new TableCheck({ name, expression }));
}
