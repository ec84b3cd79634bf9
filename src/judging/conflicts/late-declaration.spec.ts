import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { RescoreSpread } from '../rounds/rescore-spread.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';

let app: TestApp;
let round: JudgedRound;
/** Five have judged and do not agree; the two alternates never declared. */
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app);
  for (const seat of [1, 2, 3, 4, 5]) await round.declare(seat);
  await round.openRound();
  for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
  await round.scoreAndSign(5, [round.applications[0]!]);
  await round.programmeIs('ScoresLocked');
}, 120_000);
afterAll(() => app.stop());

const rescore = () =>
  app.app.get(RescoreSpread).run(round.registrar, round.id, [round.applications[0]!]);

describe('an alternate', () => {
  refusalTable(
    () => app,
    [
      [
        'who has not declared scores no flag',
        () => rescore,
        { code: 'judging.round.noAlternate', variables: { count: 2 } },
      ],
      [
        'declares no more once the scores are locked',
        async () => {
          await round.programmeIs('Deliberation');
          return () => round.declare(6);
        },
        { code: 'judging.declaration.notNow', kind: 'conflict' },
      ],
    ],
  );

  test('declares while the lock waits for a flag, and scores it', async () => {
    await round.declare(6);
    await round.declare(7);
    await rescore();
    const added = await app.database.repo(ScoreSheet).countBy({ state: 'Open' });
    expect(added).toBe(2);
  });
});
