import type { Database } from './database.js';

/**
 * Several counts in one statement, whatever their number.
 * @param counts name → SQL of one number, in which every `?` is `value`
 */
export function countAll<Name extends string>(
  database: Database,
  counts: Readonly<Record<Name, string>>,
  value: string,
): Promise<Readonly<Record<Name, number>>> {
  return readAll<Name, number>(database, counts, value);
}

/** The same of any single values. */
export async function readAll<Name extends string, Value>(
  database: Database,
  values: Readonly<Record<Name, string>>,
  value: string,
): Promise<Readonly<Record<Name, Value>>> {
  const statements = Object.entries<string>(values);
  const columns = statements.map(([name, sql]) => `(${sql}) AS ${snake(name)}`);
  const given = statements.flatMap(([, sql]) =>
    sql
      .split('?')
      .slice(1)
      .map(() => value),
  );
  const row = await database.row<Record<Name, Value>>(`SELECT ${columns.join(',\n')}`, given);
  return row!;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
