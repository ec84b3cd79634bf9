import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { JudgedRound, halfPoints } from '../../../test/support/judged-round.js';
import { saveState } from '../../../test/support/saved-state.js';
import { TestApp } from '../../../test/support/test-app.js';
import { seenOf, seenText } from '../../rules/rounds/merge-drafts.js';
import type { DraftSheet } from '../../rules/rounds/draft-sheet.js';
import { SaveSheet, type TypedSheet } from './save-sheet.js';
import type { ScoreSheet } from './score-sheet.entity.js';
import { EndRounds } from '../rounds/end-rounds.js';
import { OpenSheet } from './open-sheet.js';

let app: TestApp;
let round: JudgedRound;
let saved: Awaited<ReturnType<typeof saveState>>;
let sheet: ScoreSheet;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
  saved = await saveState(app);
}, 120_000);
afterAll(() => app.stop());
beforeEach(async () => {
  await saved.restore();
  sheet = await round.sheet(1);
});

const codes = Object.keys(halfPoints);
const [one, other] = codes as [string, string];
const empty: DraftSheet = { scores: {}, comments: {} };
const shown = (draft: DraftSheet) =>
  Object.fromEntries(codes.map((code) => [code, seenOf(draft, code)]));
const save = (typed: Partial<TypedSheet>) =>
  app.app
    .get(SaveSheet)
    .run(round.judge(1), sheet.id, () => ({ ...empty, version: 1, seen: shown(empty), ...typed }));
const entries = async () =>
  (
    await app.database.rows(
      "SELECT sequence FROM journal_entry WHERE event = 'scoreSheet.score' ORDER BY sequence",
    )
  ).length;

describe('two windows of one sheet', () => {
  test('each keeps the indicator that it changed', async () => {
    await save({ scores: { [one]: 100 } });
    const second = await save({ scores: { [other]: 150 }, comments: { [other]: '好' } });
    expect(second).toMatchObject({ taken: [one], conflicts: [], version: 3 });
    const now = await round.sheet(1);
    expect([now.scores, now.comments]).toEqual([{ [one]: 100, [other]: 150 }, { [other]: '好' }]);
  });

  test('what both changed stays as it was saved first, and everything else is saved', async () => {
    await save({ scores: { [one]: 100 } });
    const second = await save({ scores: { [one]: 200, [other]: 150 } });
    expect(second).toMatchObject({ taken: [], conflicts: [one] });
    expect((await round.sheet(1)).scores).toEqual({ [one]: 100, [other]: 150 });
  });

  test('a conflict alone writes nothing, however often it is sent', async () => {
    await save({ scores: { [one]: 100 } });
    const before = await entries();
    await save({ scores: { [one]: 200 } });
    const again = await save({ scores: { [one]: 200 } });
    expect(again).toMatchObject({ conflicts: [one], version: 2 });
    expect(await entries()).toBe(before);
    expect((await round.sheet(1)).version).toBe(2);
  });

  test('what was chosen over the value that was shown is taken', async () => {
    await save({ scores: { [one]: 100 } });
    const there = await save({ scores: { [one]: 200 } });
    const seen = shown(there.draft);
    const chosen = await save({ scores: { [one]: 200 }, seen, version: there.version });
    expect(chosen.conflicts).toEqual([]);
    expect((await round.sheet(1)).scores).toEqual({ [one]: 200 });
  });

  test('a sheet signed in the other window is closed to this one', async () => {
    await round.scoreAndSign(1);
    await expect(save({ scores: { [one]: 100 } })).rejects.toMatchObject({
      code: 'judging.sheet.closed',
    });
  });
});

describe('flag and note of a sheet', () => {
  const unmarked = { flagged: false, note: seenText('') };
  const mark = async () => (await app.app.get(OpenSheet).run(round.judge(1), sheet.id)).mark;

  test('are kept without a trace in the journal or on the sheet, and sealed', async () => {
    const before = [await entries(), await round.sheet(1)];
    await save({ mark: { flagged: true, note: '与三号对照', seen: unmarked } });
    expect([await entries(), await round.sheet(1)]).toEqual(before);
    expect(await mark()).toEqual({ flagged: true, note: '与三号对照' });
    const rows = await app.database.rows<{ noteSealed: string }>(
      'SELECT note_sealed FROM sheet_mark',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.noteSealed).not.toContain('三号');
  });

  test('of two windows are kept from both', async () => {
    await save({ mark: { flagged: true, note: '甲', seen: unmarked } });
    await save({ mark: { flagged: false, note: '乙', seen: unmarked } });
    expect(await mark()).toEqual({ flagged: true, note: '甲\n乙' });
    const seen = { flagged: true, note: seenText('甲\n乙') };
    await save({ mark: { flagged: false, note: '', seen } });
    expect(await mark()).toEqual({ flagged: false, note: '' });
  });

  test('go with the programme, and so do answers that nobody signed', async () => {
    await save({ mark: { flagged: true, note: '甲', seen: unmarked } });
    const seatId = round.judges[0]!.seatId;
    await app.database.execute(
      `INSERT INTO declaration_draft (id, seat_id, answers, saved_at, version)
       VALUES ('d1', ?, '{}', ?, 1)`,
      [seatId, app.clock.now()],
    );
    await round.programmeIs('Cancelled');
    const { id } = round.programme;
    await app.database.transaction(() => app.app.get(EndRounds).run(id, '终止'));
    expect(await app.database.rows('SELECT id FROM sheet_mark')).toEqual([]);
    expect(await app.database.rows('SELECT id FROM declaration_draft')).toEqual([]);
  });

  test('go with a sheet that falls, and leave the other sheets theirs', async () => {
    await save({ mark: { flagged: true, note: '甲', seen: unmarked } });
    const own = await round.sheet(1, 1);
    await app.app.get(SaveSheet).run(round.judge(1), own.id, () => ({
      ...empty,
      version: 1,
      mark: { flagged: true, note: '乙', seen: unmarked },
    }));
    await round.void(1);
    const rows = await app.database.rows('SELECT sheet_id FROM sheet_mark');
    expect(rows).toEqual([{ sheetId: own.id }]);
  });
});
