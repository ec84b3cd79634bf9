import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState, recordTable } from '../../../test/support/case-tables.js';
import { type HallSteps, absent, came } from '../../../test/support/hall-steps.js';
import { LateTimesSteps } from '../../../test/support/late-times-steps.js';
import { spokenMilliseconds } from '../../rules/hall/hall-clock.js';

let late: LateTimesSteps;
let hall: HallSteps;
beforeAll(async () => {
  late = await LateTimesSteps.open();
  ({ hall } = late);
}, 120_000);
afterAll(() => hall.app.stop());

describe('times entered afterwards', () => {
  const ofRound = { subjectType: 'round' };
  const decided = (accepted: boolean) => ({
    event: 'round.decideLateTimes',
    actorRole: 'Tabulator' as const,
    ...ofRound,
    details: { turn: 1, number: 1, accepted },
  });
  recordTable(
    () => hall.app,
    [
      [
        'an end, of which the other keepers hear',
        () => () => late.enter('end', 11, null),
        {
          events: [
            {
              event: 'round.enterLateTimes',
              actorRole: 'Verifier',
              ...ofRound,
              details: {
                turn: 1,
                number: 1,
                lateTimes: 'end',
                from: '<instant>',
                to: null,
                reason: '停电，按手表补记',
                spokenSeconds: 660,
                overtimeSeconds: 60,
              },
            },
          ],
          messages: [
            { message: 'lateTimes', to: 'CityRegistrar' },
            { message: 'lateTimes', to: 'Tabulator' },
          ],
        },
      ],
      [
        'that somebody has seen them',
        async () => {
          await late.enter('pause', 5, 15);
          return () => late.decide(true);
        },
        {
          events: [decided(true)],
          messages: [{ message: 'lateTimesAccepted', to: 'Verifier' }],
        },
      ],
      [
        'that somebody declined them',
        async () => {
          await late.enter('pause', 5, 15);
          return () => late.decide(false);
        },
        {
          events: [decided(false)],
          messages: [{ message: 'lateTimesDeclined', to: 'Verifier' }],
        },
      ],
    ],
  );
});

describe('the sum of the clock', () => {
  fromSavedState(() => hall.app);
  const minutes = async (place = 1) =>
    Math.round(spokenMilliseconds((await late.turn(place)).acts, hall.app.clock.now()) / 60_000);

  test('leaves out an interruption until somebody declines it, and another may be entered', async () => {
    await late.enter('pause', 5, 15);
    expect(await minutes()).toBe(20);
    await late.decide(false);
    expect(await minutes()).toBe(30);
    await late.enter('pause', 5, 17);
    await late.decide(true, late.second, 2);
    expect(await minutes()).toBe(18);
    await hall.clock(1, 'finish');
    expect(await minutes()).toBe(18);
  });

  test('knows a whole speech held on paper, after those before it', async () => {
    await late.enter('end', 9, null);
    await hall.attend(2, absent);
    await hall.attend(2, came);
    await late.enter('speech', 9, 20, { place: 2 });
    expect([await minutes(), await minutes(2)]).toEqual([9, 11]);
  });
});
