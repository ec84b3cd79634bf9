import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { firstHash, linkHash } from '../../src/journal/chain.js';
import { CheckpointSigner } from '../../src/journal/checkpoint-signer.js';
import { JournalEntry } from '../../src/journal/journal-entry.entity.js';
import { VerifyJournal } from '../../src/journal/verify-journal.js';
import {
  type SignedCheckpoint,
  checkpointText,
  readCheckpoints,
} from '../../src/rules/provenance/checkpoint.js';
import { AwardSteps } from '../support/award-steps.js';
import { saveState } from '../support/saved-state.js';

/*
 * Somebody with the whole database in hand, and at the end with the secret of the server too, tries to
 * bend a result after the list was posted. Each attempt is found, and named.
 */

let award: AwardSteps;
let saved: Awaited<ReturnType<typeof saveState>>;
/** What a supervisor has in the mail. */
let mailed: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  await award.toPublicity();
  const messages = await award.app.database.rows<{ variables: string }>(
    "SELECT variables FROM message WHERE kind LIKE 'checkpoint.%' ORDER BY created_at, id",
  );
  mailed = messages.map(({ variables }) => variables).join('\n');
  saved = await saveState(award.app);
}, 120_000);
afterEach(() => saved.restore());
afterAll(() => award.app.stop());

const sql = (text: string, values: (string | number | null)[] = []) =>
  award.app.database.execute(text, values);
const verify = (sent: readonly SignedCheckpoint[] = []) =>
  award.app.app.get(VerifyJournal).run(sent);
const one = async <T>(text: string) => (await award.app.database.row<T>(text))!;
const last = async () =>
  (await one<{ sequence: number }>('SELECT sequence FROM chain_head WHERE id = 1')).sequence;

/** Makes the chain anew over whatever the entries now say, as somebody does who knows how. */
async function rewriteChain(): Promise<void> {
  const { database } = award.app;
  let hash = firstHash;
  let sequence = 0;
  for (const entry of await database.repo(JournalEntry).find({ order: { sequence: 'ASC' } })) {
    const previousHash = hash;
    hash = linkHash(previousHash, entry);
    sequence = entry.sequence;
    await database.repo(JournalEntry).update(sequence, { previousHash, hash });
  }
  await sql('UPDATE chain_head SET sequence = ?, hash = ? WHERE id = 1', [sequence, hash]);
  await sql(
    `UPDATE score_sheet SET chain_head = (SELECT hash FROM journal_entry j
       WHERE j.subject_id = score_sheet.id AND j.event = 'scoreSheet.sign')`,
  );
}

/** A sheet is edited in the data and in the entry of its signature. */
async function bend(): Promise<void> {
  const sheet = await one<{ id: string }>('SELECT id FROM score_sheet ORDER BY id LIMIT 1');
  await sql('UPDATE score_sheet SET total = total + 50 WHERE id = ?', [sheet.id]);
  const { sequence, details } = await award.app.database
    .repo(JournalEntry)
    .findOneByOrFail({ subjectId: sheet.id });
  const total = (details.total as number) + 50;
  await award.app.database.repo(JournalEntry).update(sequence, { details: { ...details, total } });
}

describe('what was done is found whole', () => {
  test('with one checkpoint for the lock and one for the posted list, in the inbox and here', async () => {
    const sent = readCheckpoints(mailed);
    expect(sent).toHaveLength(2);
    // Pasted twice, from the inbox and from the mail; the same two are kept here.
    expect(await verify([...sent, ...sent])).toEqual({
      ok: true,
      entries: await last(),
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
      checkpoints: 2,
    });
    const occasions = await award.app.database.rows(
      'SELECT occasion, subject_id IS NULL AS loose FROM checkpoint ORDER BY sequence',
    );
    expect(occasions).toEqual([
      { occasion: 'lock', loose: 0 },
      { occasion: 'publication', loose: 0 },
    ]);
  });

  test('the one of the posted list is printed on the document', async () => {
    const notice = await award.app.database.row<{ id: string }>('SELECT id FROM notice');
    const visitor = await award.app.visitor().get(`/notices/${notice!.id}/print`);
    expect(readCheckpoints(visitor.page.text)).toEqual([readCheckpoints(mailed)[1]]);
  });

  test('and every entry has a salt of its own', async () => {
    const rows = await award.app.database.rows<{ salt: string }>('SELECT salt FROM journal_entry');
    expect(new Set(rows.map(({ salt }) => salt)).size).toBe(rows.length);
    for (const { salt } of rows) expect(salt).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('with the database in hand', () => {
  test('an entry before the first', async () => {
    await sql(
      `INSERT INTO journal_entry SELECT 0, at, actor_id, actor_role, event, subject_type, subject_id,
         programme_id, details, previous_hash, hash, salt FROM journal_entry WHERE sequence = 1`,
    );
    expect(await verify()).toEqual({ ok: false, sequence: 0, reason: 'extra' });
  });

  test('the tail cut off and the head moved back', async () => {
    const head = await last();
    await sql('DELETE FROM journal_entry WHERE sequence = ?', [head]);
    await sql(
      `UPDATE chain_head SET sequence = ?, hash = (SELECT hash FROM journal_entry WHERE sequence = ?)`,
      [head - 1, head - 1],
    );
    expect(await verify()).toEqual({ ok: false, sequence: head, reason: 'checkpoint' });
    await sql('DELETE FROM checkpoint WHERE sequence = ?', [head]);
    expect(await verify()).toMatchObject({ ok: true });
    expect(await verify(readCheckpoints(mailed))).toEqual({
      ok: false,
      sequence: head,
      reason: 'checkpoint',
    });
  });

  test('the head taken away', async () => {
    const head = await last();
    await sql('DELETE FROM chain_head');
    expect(await verify()).toEqual({ ok: false, sequence: head + 1, reason: 'head' });
  });

  test('the whole chain rewritten', async () => {
    const [first] = readCheckpoints(mailed);
    await bend();
    await rewriteChain();
    expect(await verify()).toEqual({ ok: false, sequence: first!.sequence, reason: 'checkpoint' });
    await sql(`UPDATE checkpoint SET hash =
      (SELECT hash FROM journal_entry j WHERE j.sequence = checkpoint.sequence)`);
    expect(await verify()).toEqual({ ok: false, sequence: first!.sequence, reason: 'signature' });
  });

  test('the whole chain rewritten and signed anew with the secret of the server', async () => {
    const [first] = readCheckpoints(mailed);
    await bend();
    await rewriteChain();
    await sql('DELETE FROM checkpoint');
    const head = await one<{ sequence: number; hash: string }>(
      'SELECT sequence, hash FROM chain_head',
    );
    const signed = award.app.app.get(CheckpointSigner).sign(head);
    await sql('INSERT INTO checkpoint VALUES (?, ?, ?, ?, ?, ?)', [
      signed.sequence,
      signed.hash,
      signed.signature,
      'day',
      null,
      award.app.clock.now(),
    ]);
    expect(await verify()).toMatchObject({ ok: true });
    expect(await verify(readCheckpoints(mailed))).toEqual({
      ok: false,
      sequence: first!.sequence,
      reason: 'checkpoint',
    });
  });

  test('a checkpoint that nobody sent', async () => {
    const [first] = readCheckpoints(mailed);
    const forged = { ...first!, hash: 'f'.repeat(64) };
    expect(await verify(readCheckpoints(checkpointText(forged)))).toEqual({
      ok: false,
      sequence: first!.sequence,
      reason: 'signature',
    });
  });
});

describe('with the journal left alone', () => {
  const attempts: [title: string, table: string, change: string][] = [
    ['a signed sheet edited', 'score_sheet', 'UPDATE score_sheet SET total = total + 50'],
    ['its scores edited', 'score_sheet', `UPDATE score_sheet SET scores = '{}'`],
    ['its comments edited', 'score_sheet', `UPDATE score_sheet SET comments = '{"G11":"x"}'`],
    ['a dissent removed or added', 'score_sheet', `UPDATE score_sheet SET dissent = 'x'`],
    ['a signed sheet made void', 'score_sheet', `UPDATE score_sheet SET state = 'Voided'`],
    ['a signed sheet opened again', 'score_sheet', `UPDATE score_sheet SET state = 'Open'`],
    ['a signed sheet deleted', 'score_sheet', 'DELETE FROM score_sheet'],
    [
      'another entry named on it',
      'score_sheet',
      `UPDATE score_sheet SET chain_head = '${'0'.repeat(64)}'`,
    ],
    ['the inputs of a lock edited', 'standing_lock', `UPDATE standing_lock SET input = '{}'`],
    ['its results edited', 'standing_lock', `UPDATE standing_lock SET result = '{}'`],
    [
      'its hash edited',
      'standing_lock',
      `UPDATE standing_lock SET input_hash = '${'0'.repeat(64)}'`,
    ],
    ['a place edited', 'standing_lock', 'UPDATE standing SET standing = standing + 1'],
    ['a composite edited', 'standing_lock', 'UPDATE standing SET composite_millionths = 1'],
    ['a place deleted', 'standing_lock', 'DELETE FROM standing WHERE standing = 1'],
    ['a list emptied', 'award_list', `UPDATE award_list SET rows = '[]'`],
    [
      'a list emptied, with its hash',
      'award_list',
      `UPDATE award_list SET rows = '[]', hash = '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945'`,
    ],
    ['the rules edited', 'rule_version', `UPDATE rule_version SET rules = '{}'`],
    ['their hash edited', 'rule_version', `UPDATE rule_version SET hash = '${'0'.repeat(64)}'`],
  ];
  test.each(attempts)('%s', async (_, table, change) => {
    await sql(change);
    const found = await verify();
    expect(found).toMatchObject({ ok: false, reason: 'state', table });
    const id = !found.ok && found.reason === 'state' ? found.id : '';
    expect(id).toMatch(/^[0-9a-z]{16}$/);
  });

  test('a sheet that no judge signed', async () => {
    const { database } = award.app;
    await sql(`UPDATE score_sheet SET id = 'strange' WHERE id = (SELECT MIN(id) FROM score_sheet)`);
    const found = await verify();
    expect(found).toMatchObject({ ok: false, reason: 'state', table: 'score_sheet' });
    await sql(`DELETE FROM journal_entry WHERE event = 'scoreSheet.sign'`);
    const entries = await database.repo(JournalEntry).find({ order: { sequence: 'ASC' } });
    for (const [at, { sequence }] of entries.entries()) {
      await database.repo(JournalEntry).update(sequence, { sequence: at + 1 });
    }
    await sql('DELETE FROM checkpoint');
    await rewriteChain();
    expect(await verify()).toMatchObject({
      ok: false,
      reason: 'state',
      table: 'score_sheet',
      sequence: null,
    });
  });

  test('the entry of a void taken out of a chain that nobody sent out', async () => {
    await sql('DELETE FROM checkpoint');
    await sql(`UPDATE journal_entry SET event = 'scoreSheet.void' WHERE event = 'scoreSheet.sign'`);
    await rewriteChain();
    expect(await verify()).toMatchObject({ ok: false, reason: 'state', table: 'score_sheet' });
  });
});
