import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { AccountQueries } from '../../src/accounts/account.queries.js';
import { MoveRounds } from '../../src/awards/standings/move-rounds.js';
import { Seat } from '../../src/judging/panel/seat.entity.js';
import { SaveSheet } from '../../src/judging/sheets/save-sheet.js';
import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { SignSheets } from '../../src/judging/sheets/sign-sheets.js';
import { VoidSheets } from '../../src/judging/sheets/void-sheets.js';
import { Round } from '../../src/programmes/round.entity.js';
import { Refusal } from '../../src/rules/refusal.js';
import type { Actor } from '../../src/web/actor.js';
import { makeScoredCategory } from '../support/award.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from '../support/programme.js';
import { TestApp } from '../support/test-app.js';
import { race, raceChange } from './race.js';

let app: TestApp;
let programme: TestProgramme;
let roundId: string;
let sheets: ScoreSheet[];
/** The journal when the sheets were opened again. */
let begun: number;

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'MaterialReview', PRESET_NOW);
  await makeScoredCategory(app, programme, PRESET_NOW, 'G', [0.5]);
  roundId = programme.roundIds['G.material']!;
  const all = app.database.repo(ScoreSheet);
  await all.update({ roundId }, { state: 'Open', total: null, signedAt: null });
  await app.database
    .repo(Seat)
    .update({ programmeId: programme.id }, { declaredAt: app.clock.now() });
  sheets = await all.findBy({ roundId });
  const head = await app.database.row<{ sequence: number }>('SELECT sequence FROM chain_head');
  begun = head!.sequence;
}, 120_000);
afterAll(() => app.stop());

const judge = async (sheet: ScoreSheet): Promise<Actor> =>
  (await app.app.get(AccountQueries).actor(sheet.accountId))!;
const sign = (actor: Actor, { id, version }: ScoreSheet) =>
  app.app
    .get(SignSheets)
    .run(actor, roundId, { sheets: [{ sheetId: id, version }], dissent: null, confirmed: true });
const entriesOf = async (event: string, sheet: ScoreSheet) =>
  (
    await app.database.rows(
      'SELECT event FROM journal_entry WHERE event = ? AND subject_id = ? AND sequence > ?',
      [event, sheet.id, begun],
    )
  ).length;
const now = (sheet: ScoreSheet) => app.database.repo(ScoreSheet).findOneByOrFail({ id: sheet.id });

test('a draft saved while its round is locked is refused', async () => {
  const { id, version } = sheets[0]!;
  const actor = await judge(sheets[0]!);
  const rounds = app.database.repo(Round);
  const change = { state: 'Locked' };
  const told = await raceChange(app.database, { entity: Round, id: roundId, change }, () =>
    app.app.get(SaveSheet).run(actor, id, () => ({ scores: {}, comments: {}, version })),
  );
  expect(told).toMatchObject({ code: 'judging.sheet.closed', kind: 'conflict' });
  expect((await now(sheets[0]!)).version).toBe(version);
  await rounds.update(roundId, { state: 'Open' });
});

test('one sheet signed in two windows is signed once', async () => {
  const sheet = sheets[0]!;
  const actor = await judge(sheet);
  const told = await race(
    () => sign(actor, sheet),
    () => sign(actor, sheet),
  );
  expect(told).toMatchObject({ code: 'judging.sheet.closed', kind: 'conflict' });
  expect(await entriesOf('scoreSheet.sign', sheet)).toBe(1);
});

test.each([1, 2, 3])('a sheet voided while it is signed ends voided (%i)', async (at) => {
  const sheet = sheets[at]!;
  const actor = await judge(sheet);
  const voiding = {
    actorId: actor.accountId,
    role: 'Approver',
    reason: '经查有利害关系',
    removal: { proposedBy: 'somebodyelse1234', ground: '1' },
  } as const;
  const [signed, voided] = await Promise.allSettled([
    sign(actor, sheet),
    app.database.transaction(async () => {
      const { seatId } = sheet;
      await app.database.repo(Seat).update(seatId, { vacatedAt: app.clock.now() });
      await app.app.get(VoidSheets).run({ ...voiding, seatId });
    }),
  ]);
  expect(voided.status).toBe('fulfilled');
  expect((await now(sheet)).state).toBe('Voided');
  expect(await entriesOf('scoreSheet.sign', sheet)).toBe(signed.status === 'fulfilled' ? 1 : 0);
  if (signed.status === 'rejected') {
    expect(signed.reason).toBeInstanceOf(Refusal);
    expect(signed.reason).toMatchObject({ code: 'judging.sheet.closed', kind: 'conflict' });
  }
});

test('a sheet signed while its round is locked is signed before the lock or not at all', async () => {
  const sheet = sheets[4]!;
  const actor = await judge(sheet);
  const guards = {
    everySheetSigned: true,
    noSpreadFlagOpen: true,
    secondPersonConfirmsHash: true,
    supervisorWitnesses: true,
  };
  const categoryId = programme.categoryIds['G']!;
  const [signed] = await Promise.allSettled([
    sign(actor, sheet),
    app.database.transaction(() =>
      app.app.get(MoveRounds).run(categoryId, 'lock', actor.accountId, guards),
    ),
  ]);
  const after = await now(sheet);
  expect(after.state).toBe(signed.status === 'fulfilled' ? 'Signed' : 'Open');
  if (signed.status === 'rejected') {
    expect(signed.reason).toMatchObject({ code: 'judging.round.notOpen', kind: 'conflict' });
  }
  // After the lock nobody signs.
  await expect(sign(actor, after)).rejects.toMatchObject({ code: 'judging.round.notOpen' });
});
