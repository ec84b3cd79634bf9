import type { Database } from '../../src/database/database.js';
import type { SqlValue } from '../../src/database/reader.js';

/** SQLite takes 32,766 values in a statement, PostgreSQL 65,535. */
const valuesPerStatement = 16_000;

type EntityClass = new () => object;

/** Writes plain rows of one entity with few long statements; columns that are left out become null. */
export async function insertRows(
  database: Database,
  entity: EntityClass,
  rows: readonly object[],
): Promise<void> {
  const { tableName, columns } = database.repo(entity).metadata;
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const perStatement = Math.max(1, Math.floor(valuesPerStatement / columns.length));
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  for (let from = 0; from < rows.length; from += perStatement) {
    const chunk = rows.slice(from, from + perStatement);
    const values = chunk.flatMap((row) => columns.map((column) => stored(column, row)));
    const tuples = chunk.map(() => tuple).join(', ');
    await database.execute(`INSERT INTO "${tableName}" (${names}) VALUES ${tuples}`, values);
  }
}

interface Column {
  readonly propertyName: string;
  readonly type: unknown;
  readonly isVersion: boolean;
}

function stored({ propertyName, type, isVersion }: Column, row: object): SqlValue {
  const value = (row as Record<string, unknown>)[propertyName];
  if (value === undefined || value === null) return isVersion ? 1 : null;
  if (type === 'simple-json') return JSON.stringify(value);
  return typeof value === 'boolean' ? Number(value) : (value as string | number);
}
