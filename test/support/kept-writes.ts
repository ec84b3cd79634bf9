import { JournalEntry } from '../../src/journal/journal-entry.entity.js';
import { migrations } from '../../migrations/index.js';
import { makeDataSource } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { entities } from '../../src/entities.js';
import { linkHash } from '../../src/journal/chain.js';
import type { TestDatabase } from './test-database.js';

/** What a database holds after everything: how many writes, and whether each is whole and in order. */
export async function keptWrites(place: TestDatabase): Promise<{ writes: number; whole: boolean }> {
  const database = new Database(await makeDataSource(place, entities, migrations).initialize());
  try {
    const entries = await database.repo(JournalEntry).find({ order: { sequence: 'ASC' } });
    const whole = entries.every((entry, index) => {
      const before = entries[index - 1];
      const follows = !before || entry.previousHash === before.hash;
      return follows && linkHash(entry.previousHash, entry) === entry.hash;
    });
    const writes = entries.filter(({ event }) => event === 'programme.record').length;
    const records = await database.row<{ count: number }>(
      'SELECT COUNT(*) AS count FROM step_record',
    );
    // Each write leaves a record and its entry, both in its transaction.
    return { writes, whole: whole && records?.count === writes };
  } finally {
    await database.onApplicationShutdown();
  }
}
