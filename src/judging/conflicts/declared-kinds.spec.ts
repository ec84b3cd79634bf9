import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { DeclareLateConflict } from './declare-late-conflict.js';

let app: TestApp;
let round: JudgedRound;
/** Ground ⑦ bars, ground ① waits for the office: the other way round than in the catalogue. */
const rules = { ...PRESET_NOW, groundKinds: { '1': 'soft', '7': 'hard' } } as const;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app, 2, rules);
}, 120_000);
afterAll(() => app.stop());

const states = async (seat: number) => {
  const rows = await app.database.rows<{ applicationId: string; state: string }>(
    'SELECT application_id, state FROM conflict_declaration WHERE seat_id = ?',
    [round.judges[seat - 1]!.seatId],
  );
  return round.applications.map((id) => rows.find((row) => row.applicationId === id)!.state);
};

test('a relation bars or waits as the rules of the programme say', async () => {
  const [first, second] = round.applications;
  const explanation = '曾有往来，说明如下';
  await round.declare(1, {
    [first!]: { ground: '7', explanation },
    [second!]: { ground: '1', explanation },
  });
  expect(await states(1)).toEqual(['hardBar', 'awaitingOffice']);
});

test('a judge who steps back later is barred or recused by the same rules', async () => {
  for (const seat of [2, 3, 4, 5, 6, 7]) await round.declare(seat);
  await app.database.execute(
    "UPDATE conflict_declaration SET state = 'cleared' WHERE state = 'awaitingOffice'",
  );
  await round.openRound();
  for (const [application, ground] of [
    ['0', '7'],
    ['1', '1'],
  ] as const) {
    const { id } = await round.sheet(2, Number(application));
    await app.app
      .get(DeclareLateConflict)
      .run(round.judge(2), id, { ground, explanation: '刚发现的关系' });
  }
  expect(await states(2)).toEqual(['hardBar', 'recused']);
});
