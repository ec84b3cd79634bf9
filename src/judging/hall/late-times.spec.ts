import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { appointed } from '../../../test/support/award-steps.js';
import { fromSavedState, recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { HallScores } from '../../../test/support/hall-scores.js';
import { HallSteps, absent, came } from '../../../test/support/hall-steps.js';
import { overTime } from '../../../test/support/heard-merchants.js';
import { missingIn } from '../../../test/support/refusals.js';
import { spokenMilliseconds } from '../../rules/hall/hall-clock.js';
import type { LateKind } from '../../rules/hall/late-clock.js';
import type { Actor } from '../../web/actor.js';
import { RecordDefence } from '../defence/record-defence.js';
import { DecideLateTimes } from './decide-late-times.js';
import { EnterLateTimes } from './enter-late-times.js';
import { HallQueries } from './hall.queries.js';

let hall: HallSteps;
let keeper: Actor;
let second: Actor;
const at = (minute: number) => `2026-11-10T02:${String(minute).padStart(2, '0')}:00.000Z`;
beforeAll(async () => {
  hall = await HallSteps.open();
  keeper = await appointed(hall.app, 'Verifier');
  second = await appointed(hall.app, 'Tabulator');
  await hall.drawn();
  await new HallScores(hall).given(false);
  await hall.attend(1, came);
  hall.app.clock.moveTo(at(0));
  await hall.clock(1, 'start');
  // The clock of a test goes on; this one began on the minute.
  await hall.app.database.execute('UPDATE clock_act SET at = ?', [at(0)]);
  hall.app.clock.moveTo(at(30));
}, 120_000);
afterAll(() => hall.app.stop());

const enter = (kind: LateKind, from: number, to: number | null, over = {}) => {
  const { place, by, reason } = { place: 1, by: keeper, reason: '停电，按手表补记', ...over };
  const times = { kind, from: at(from), to: to === null ? null : at(to), reason };
  return hall.app.app.get(EnterLateTimes).run(by, { roundId: hall.roundId, place }, times);
};
const decide = (accepted: boolean, by = second, number = 1, place = 1) =>
  hall.app.app.get(DecideLateTimes).run(by, { roundId: hall.roundId, place, number }, accepted);
const turn = async (place = 1) =>
  (await hall.app.app.get(HallQueries).turns(hall.roundId)).find((one) => one.place === place)!;
const record = async (by: Actor) => {
  const where = { roundId: hall.roundId, applicationId: (await turn()).applicationId };
  return hall.app.app.get(RecordDefence).run(by, where, { ...overTime, contradiction: false });
};

describe('times entered afterwards', () => {
  refusalTable(
    () => hall.app,
    [
      [
        'by an approver',
        () => () => enter('pause', 5, 10, { by: acting('Approver') }),
        missingIn('acting-role'),
      ],
      [
        'of a place that nobody has',
        () => () => enter('pause', 5, 10, { place: 9 }),
        missingIn('enter-late-times'),
      ],
      [
        'of a time to come',
        () => () => enter('pause', 5, 40),
        { code: 'hall.late.future', field: 'to' },
      ],
      [
        'without a reason',
        () => () => enter('pause', 5, 10, { reason: '停电' }),
        { code: 'hall.late.reason', field: 'reason', variables: { min: 6 } },
      ],
      [
        'that end before they begin',
        () => () => enter('pause', 10, 5),
        { code: 'hall.late.backwards', field: 'to' },
      ],
      [
        'of a speech without an end',
        () => () => enter('speech', 10, null),
        { code: 'hall.late.endMissing', field: 'to' },
      ],
      [
        'of an end with two times',
        () => () => enter('end', 10, 12),
        { code: 'hall.late.oneTime', field: 'to' },
      ],
      [
        'of a second speech',
        () => () => enter('speech', 10, 12),
        { code: 'hall.late.outOfTurn', field: 'from' },
      ],
      [
        'of who was not called',
        () => () => enter('speech', 10, 12, { place: 2 }),
        { code: 'hall.clock.nobodyThere', kind: 'conflict' },
      ],
      [
        'of who was not next',
        async () => {
          await hall.attend(2, came);
          return () => enter('speech', 10, 12, { place: 2 });
        },
        { code: 'hall.clock.notNext', kind: 'conflict' },
      ],
      [
        'over the time of another',
        async () => {
          await hall.clock(1, 'finish');
          await hall.attend(2, came);
          return () => enter('speech', 10, 12, { place: 2 });
        },
        { code: 'hall.late.busy', field: 'from', variables: { place: 1 } },
      ],
      [
        'seen by an approver',
        () => () => decide(true, acting('Approver')),
        missingIn('acting-role'),
      ],
      [
        'seen at a place that nobody has',
        () => () => decide(true, second, 1, 9),
        missingIn('decide-late-times'),
      ],
      ['seen where nothing was entered', () => () => decide(true), missingIn('decide-late-times')],
      [
        'seen by who entered them',
        async () => {
          await enter('pause', 5, 10);
          return () => decide(true, keeper);
        },
        { code: 'forbiddenPair.firstSecondPerson' },
      ],
      [
        'seen twice',
        async () => {
          await enter('pause', 5, 10);
          await decide(true);
          return () => decide(false);
        },
        { code: 'hall.late.decidedAlready', kind: 'conflict' },
      ],
      [
        'declined although the clock went on from them',
        async () => {
          await enter('pause', 5, null);
          await hall.clock(1, 'resume');
          return () => decide(false);
        },
        { code: 'hall.late.needed', kind: 'conflict' },
      ],
      [
        'unseen, and the record confirmed',
        async () => {
          await enter('end', 11, null);
          await record(keeper);
          return () => record(second);
        },
        { code: 'hall.late.unseen', kind: 'conflict' },
      ],
    ],
  );

  const ofRound = { subjectType: 'round' };
  recordTable(
    () => hall.app,
    [
      [
        'an end, of which the other keepers hear',
        () => () => enter('end', 11, null),
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
      ...([true, false] as const).map(
        (accepted) =>
          [
            accepted ? 'that somebody has seen them' : 'that somebody declined them',
            async () => {
              await enter('pause', 5, 15);
              return () => decide(accepted);
            },
            {
              events: [
                {
                  event: 'round.decideLateTimes',
                  actorRole: 'Tabulator',
                  ...ofRound,
                  details: { turn: 1, number: 1, accepted },
                },
              ],
              messages: [
                { message: accepted ? 'lateTimesAccepted' : 'lateTimesDeclined', to: 'Verifier' },
              ],
            },
          ] as const,
      ),
    ],
  );
});

describe('the sum of the clock', () => {
  fromSavedState(() => hall.app);
  const minutes = async (place = 1) =>
    Math.round(spokenMilliseconds((await turn(place)).acts, hall.app.clock.now()) / 60_000);

  test('leaves out an interruption until somebody declines it, and another may be entered', async () => {
    await enter('pause', 5, 15);
    expect(await minutes()).toBe(20);
    await decide(false);
    expect(await minutes()).toBe(30);
    await enter('pause', 5, 17);
    await decide(true, second, 2);
    expect(await minutes()).toBe(18);
    await hall.clock(1, 'finish');
    expect(await minutes()).toBe(18);
  });

  test('knows a whole speech held on paper, after those before it', async () => {
    await enter('end', 9, null);
    await hall.attend(2, absent);
    await hall.attend(2, came);
    await enter('speech', 9, 20, { place: 2 });
    expect([await minutes(), await minutes(2)]).toEqual([9, 11]);
  });
});
