import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState, recordTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { RescoreSpread } from './rescore-spread.js';
import { SpreadFinding } from './spread-finding.entity.js';
import { SpreadQueries } from './spread.queries.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
  for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
}, 120_000);
afterAll(() => app.stop());

const rescore = (application: number) =>
  app.app.get(RescoreSpread).run(round.registrar, round.id, [round.applications[application]!]);
const flags = async () => {
  const rounds = await app.app.get(ProgrammeQueries).rounds(round.programme.id);
  const own = rounds.find(({ id }) => id === round.id)!;
  const results = await app.app.get(SpreadQueries).results(own);
  return (
    results &&
    round.applications.map((id) => results.find((one) => one.applicationId === id)?.flag ?? null)
  );
};
const found = async () => {
  const rows = await app.database.repo(SpreadFinding).findBy({ roundId: round.id });
  return round.applications.map((id) => rows.find((one) => one.applicationId === id)?.byRange);
};

describe('the last signature of the first pass', () => {
  recordTable(
    () => app,
    [
      [
        'which applications are flagged',
        () => () => round.scoreAndSign(5, [round.applications[0]!]),
        {
          events: [
            ...['score', 'score', 'sign', 'sign'].map((act) => ({
              event: `scoreSheet.${act}`,
              actorRole: 'Judge',
              subjectType: 'scoreSheet',
              details: expect.anything(),
            })),
            {
              event: 'round.freezeFlags',
              actorRole: 'System',
              subjectType: 'round',
              details: { applications: 2, flagged: ['<id>'] },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});

describe('a flag', () => {
  fromSavedState(() => app);

  test('waits beside another that is scored again already', async () => {
    expect(await flags()).toBeNull();
    await round.scoreAndSign(5, [...round.applications]);
    expect([await flags(), await found()]).toEqual([
      ['open', 'open'],
      [true, true],
    ]);
    await rescore(0);
    expect(await flags()).toEqual(['asked', 'open']);
    await rescore(1);
    expect(await flags()).toEqual(['asked', 'asked']);
    for (const seat of [6, 7]) await round.scoreAndSign(seat);
    expect(await flags()).toEqual(['rescored', 'rescored']);
  });

  test('stands whatever the added judges give and whoever leaves', async () => {
    await round.scoreAndSign(5, [round.applications[0]!]);
    await rescore(0);
    for (const seat of [6, 7]) await round.scoreAndSign(seat);
    expect([await flags(), await found()]).toEqual([
      ['rescored', null],
      [true, false],
    ]);
    // The tests say otherwise now, as they would when the middle of the round moved.
    await app.database.execute(
      `UPDATE spread_finding SET by_range = 1 - by_range WHERE round_id = ?`,
      [round.id],
    );
    expect(await flags()).toEqual([null, 'open']);
  });

  test('is found anew for the one application of which a first sheet fell', async () => {
    await round.scoreAndSign(5, [round.applications[0]!]);
    await round.void(1, { reason: '与申报主体有关系' });
    expect(await found()).toEqual([undefined, false]);
  });
});
