import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { seatPanel } from '../../../test/support/judging.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Round } from '../../programmes/round.entity.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app);
  for (const seat of [1, 2, 3, 4, 5]) await round.declare(seat);
}, 120_000);
afterAll(() => app.stop());

const stateOf = async (id: string) =>
  (await app.database.repo(Round).findOneByOrFail({ id })).state;
const idle = () => seatPanel(app, round.programme, 'Y', 5);

describe('a round opens without the declaration', () => {
  fromSavedState(() => app);

  test('of an alternate', async () => {
    await round.openRound();
    expect(await stateOf(round.id)).toBe('Open');
  });

  test('of the panel of a category that nobody applied in', async () => {
    await idle();
    await round.openRound();
    expect(await stateOf(round.id)).toBe('Open');
  });

  test('of either, when the defence begins', async () => {
    const defence = round.programme.roundIds['G.defence']!;
    await round.openRound();
    await idle();
    await round.programmeIs('Defence');
    await round.openRound(defence);
    expect(await stateOf(defence)).toBe('Open');
  });
});
