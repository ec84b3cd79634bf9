import type { Database } from '../../database/database.js';
import type { MovedRow } from './merchant-merge.entity.js';

/** Years that no calendar has. */
const FAR = 10_000;

/**
 * Gives rows to another merchant, each only while it still is where it is expected. Past the entities, whose
 * versions would rise: an open form about one of them stays valid. Two returns of one year change places
 * in years far from each other, because no merchant has two of one year, not even for a moment.
 */
export async function moveRows(database: Database, rows: readonly MovedRow[]): Promise<void> {
  const returns = rows.filter(({ table }) => table === 'annual_return').map(({ id }) => id);
  const shift = async (by: number) => {
    for (const [at, id] of returns.entries()) {
      const years = by * (at + 1);
      await database.execute('UPDATE annual_return SET year = year + ? WHERE id = ?', [years, id]);
    }
  };
  await shift(-FAR);
  for (const { table, column, id, from, to } of rows) {
    const still = from === null ? `${column} IS NULL` : `${column} = ?`;
    await database.execute(
      `UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${still}`,
      from === null ? [to, id] : [to, id, from],
    );
  }
  await shift(FAR);
}
