import { QueryFailedError } from 'typeorm';

/**
 * Whether an error is a broken unique rule over `columns` of `table` (snake_case) or of the
 * PostgreSQL constraint `name`. SQLite names the columns, PostgreSQL the constraint.
 */
export function isUniqueViolation(
  error: unknown,
  rule: { table: string; columns: readonly string[]; name: string },
): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as { code?: string; constraint?: string; message?: string };
  if (cause.code === '23505') return cause.constraint === rule.name;
  const columns = rule.columns.map((column) => `${rule.table}.${column}`).join(', ');
  return cause.message === `UNIQUE constraint failed: ${columns}`;
}
