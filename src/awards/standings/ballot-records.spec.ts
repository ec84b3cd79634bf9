import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { RecordBallot } from './record-ballot.js';
import { StandingQueries } from './standing.queries.js';

/** The two last are alike in everything, and one place is left for them. */
let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open([0.9, 0.7, 0.7]);
  await award.lock();
});
afterAll(() => award.app.stop());

const ballot = (second: number, third: number) =>
  award.app.app.get(RecordBallot).run(award.people.registrar, {
    categoryId: award.categoryId,
    votes: { '2026-G-0002': second, '2026-G-0003': third },
    minutes: '无记名投票',
  });

const outcomesOfNextLock = async () => {
  const rows = await award.app.app.get(StandingQueries).rows(await award.lock());
  return rows.map(({ receipt, outcome }) => [receipt, outcome]);
};

describe('a ballot', () => {
  recordTable(
    () => award.app,
    [
      [
        'the counts of the committee',
        () => () => ballot(4, 3),
        {
          events: [
            {
              event: 'standings.ballot',
              actorRole: 'CityRegistrar',
              subjectType: 'category',
              details: { ballot: '<id>', votes: { '2026-G-0002': 4, '2026-G-0003': 3 } },
            },
          ],
          messages: [],
        },
      ],
    ],
  );

  test('decides, and of two the last one', async () => {
    await ballot(4, 3);
    await ballot(2, 5);
    expect(await outcomesOfNextLock()).toEqual([
      ['2026-G-0001', 'proposed'],
      ['2026-G-0003', 'proposed'],
      ['2026-G-0002', 'notProposed'],
    ]);
  });

  test('that leaves them level is held again', async () => {
    await ballot(3, 3);
    expect(await outcomesOfNextLock()).toContainEqual(['2026-G-0003', 'undecided']);
    await ballot(5, 2);
    expect(await outcomesOfNextLock()).toContainEqual(['2026-G-0002', 'proposed']);
  });
});
