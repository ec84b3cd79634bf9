import type { TestApp } from './test-app.js';

/** What the journal says of a public change, for rows that a spec writes past it. */
export async function publicChange({ database }: TestApp): Promise<void> {
  await database.execute('UPDATE chain_head SET public_generation = public_generation + 1');
}
