import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ChainHead } from '../../src/journal/chain-head.entity.js';
import { type ChainLink, linkHash } from '../../src/journal/chain.js';
import { JournalEntry } from '../../src/journal/journal-entry.entity.js';
import { VerifyJournal } from '../../src/journal/verify-journal.js';
import { fromSavedState } from '../support/case-tables.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
fromSavedState(() => app);

const verify = () => app.app.get(VerifyJournal).run();
const head = () => app.database.repo(ChainHead).findOneByOrFail({ id: 1 });

/** Entries of nobody about nothing, each bound to the one before. */
async function lengthen(count: number): Promise<void> {
  let { sequence, hash } = await head();
  const entries: object[] = [];
  for (let i = 0; i < count; i += 1) {
    sequence += 1;
    const link: ChainLink = {
      sequence,
      at: '2026-09-10T02:00:00.000Z',
      actorId: null,
      actorRole: 'System',
      event: 'programme.edit',
      subjectType: 'programme',
      subjectId: String(sequence),
      programmeId: null,
      details: {},
      salt: null,
    };
    const previousHash = hash;
    hash = linkHash(previousHash, link);
    entries.push({ ...link, previousHash, hash });
  }
  for (let from = 0; from < count; from += 500) {
    await app.database.repo(JournalEntry).insert(entries.slice(from, from + 500));
  }
  await app.database.repo(ChainHead).update({ id: 1 }, { sequence, hash });
}

test('a journal of more than one page is read to its end', async () => {
  const { sequence: before } = await head();
  await lengthen(5_001);
  expect(await verify()).toMatchObject({ ok: true, entries: before + 5_001 });
  await app.database.execute(`UPDATE journal_entry SET actor_role = 'Chair' WHERE sequence = ?`, [
    before + 5_001,
  ]);
  expect(await verify()).toEqual({ ok: false, sequence: before + 5_001, reason: 'changed' });
});

test('an entry with a number below the first is one too many', async () => {
  await lengthen(1);
  await app.database.execute('UPDATE journal_entry SET sequence = -1 WHERE sequence = ?', [
    (await head()).sequence,
  ]);
  expect(await verify()).toEqual({ ok: false, sequence: -1, reason: 'extra' });
});

test('an entry that is gone is missing, one bound to another is broken, another content changed', async () => {
  await lengthen(3);
  const middle = (await head()).sequence - 1;
  const found = async (change: string) => {
    const kept = await app.database.repo(JournalEntry).findOneByOrFail({ sequence: middle });
    await app.database.execute(`${change} WHERE sequence = ?`, [middle]);
    const outcome = await verify();
    await app.database.repo(JournalEntry).delete({ sequence: middle });
    await app.database.repo(JournalEntry).insert(kept as never);
    return outcome;
  };
  const fault = (reason: string) => ({ ok: false, sequence: middle, reason });
  expect(await found('DELETE FROM journal_entry')).toEqual(fault('missing'));
  const bound = `UPDATE journal_entry SET previous_hash = '${'a'.repeat(64)}'`;
  expect(await found(bound)).toEqual(fault('broken'));
  const other = `UPDATE journal_entry SET subject_id = 'other'`;
  expect(await found(other)).toEqual(fault('changed'));
  expect(await found(`UPDATE journal_entry SET details = '{'`)).toEqual(fault('changed'));
  expect(await verify()).toMatchObject({ ok: true });
});

test('a head that counts otherwise than the entries is not theirs', async () => {
  await lengthen(1);
  const { sequence } = await head();
  const fault = { ok: false, sequence: sequence + 1, reason: 'head' };
  await app.database.repo(ChainHead).update({ id: 1 }, { sequence: sequence + 1 });
  expect(await verify()).toEqual(fault);
  await app.database.repo(ChainHead).update({ id: 1 }, { sequence, hash: 'a'.repeat(64) });
  expect(await verify()).toEqual(fault);
});

test('what differs only while somebody works is looked at again with the journal held', async () => {
  const other = await TestApp.start({}, app.place);
  let looks = 0;
  other.app.get(VerifyJournal).compareAlso({
    events: [],
    differing: () => {
      looks += 1;
      return Promise.resolve(looks === 1 ? [{ sequence: 1, table: 'round', id: 'a' }] : []);
    },
  });
  expect(await other.app.get(VerifyJournal).run()).toMatchObject({ ok: true });
  expect(looks).toBe(2);
  await other.app.close();
});
