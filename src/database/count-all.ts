import type { Database } from './database.js';

/**
 * Several counts in one statement, whatever their number.
 * @param counts name → SQL of one number, in which every `?` is `value`
 */
export async function countAll<Name extends string>(
  database: Database,
  counts: Readonly<Record<Name, string>>,
  value: string,
): Promise<Readonly<Record<Name, number>>> {
  const statements = Object.entries<string>(counts);
  const columns = statements.map(([name, sql]) => `(${sql}) AS ${snake(name)}`);
  const values = statements.flatMap(([, sql]) =>
    sql
      .split('?')
      .slice(1)
      .map(() => value),
  );
  const row = await database.row<Record<Name, number>>(`SELECT ${columns.join(',\n')}`, values);
  return row!;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
