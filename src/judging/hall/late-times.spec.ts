import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { type HallSteps, came } from '../../../test/support/hall-steps.js';
import { overTime } from '../../../test/support/heard-merchants.js';
import { LateTimesSteps } from '../../../test/support/late-times-steps.js';
import { missingIn } from '../../../test/support/refusals.js';
import type { Actor } from '../../web/actor.js';
import { RecordDefence } from '../defence/record-defence.js';

let late: LateTimesSteps;
let hall: HallSteps;
beforeAll(async () => {
  late = await LateTimesSteps.open();
  ({ hall } = late);
}, 120_000);
afterAll(() => hall.app.stop());

const record = async (by: Actor) => {
  const where = { roundId: hall.roundId, applicationId: (await late.turn()).applicationId };
  const given = { ...overTime, contradiction: false };
  return hall.app.app.get(RecordDefence).run(by, where, given);
};

describe('times entered afterwards', () => {
  refusalTable(
    () => hall.app,
    [
      [
        'by an approver',
        () => () => late.enter('pause', 5, 10, { by: acting('Approver') }),
        missingIn('acting-role'),
      ],
      [
        'of a place that nobody has',
        () => () => late.enter('pause', 5, 10, { place: 9 }),
        missingIn('enter-late-times'),
      ],
      [
        'of a time to come',
        () => () => late.enter('pause', 5, 40),
        { code: 'hall.late.future', field: 'to' },
      ],
      [
        'without a reason',
        () => () => late.enter('pause', 5, 10, { reason: '停电' }),
        { code: 'hall.late.reason', field: 'reason', variables: { min: 6 } },
      ],
      [
        'that end before they begin',
        () => () => late.enter('pause', 10, 5),
        { code: 'hall.late.backwards', field: 'to' },
      ],
      [
        'of a speech without an end',
        () => () => late.enter('speech', 10, null),
        { code: 'hall.late.endMissing', field: 'to' },
      ],
      [
        'of an end with two times',
        () => () => late.enter('end', 10, 12),
        { code: 'hall.late.oneTime', field: 'to' },
      ],
      [
        'of a late.second speech',
        () => () => late.enter('speech', 10, 12),
        { code: 'hall.late.outOfTurn', field: 'from' },
      ],
      [
        'of who was not called',
        () => () => late.enter('speech', 10, 12, { place: 2 }),
        { code: 'hall.clock.nobodyThere', kind: 'conflict' },
      ],
      [
        'of who was not next',
        async () => {
          await hall.attend(2, came);
          return () => late.enter('speech', 10, 12, { place: 2 });
        },
        { code: 'hall.clock.notNext', kind: 'conflict' },
      ],
      [
        'over the time of another',
        async () => {
          await hall.clock(1, 'finish');
          await hall.attend(2, came);
          return () => late.enter('speech', 10, 12, { place: 2 });
        },
        { code: 'hall.late.busy', field: 'from', variables: { place: 1 } },
      ],
      [
        'seen by an approver',
        () => () => late.decide(true, acting('Approver')),
        missingIn('acting-role'),
      ],
      [
        'seen at a place that nobody has',
        () => () => late.decide(true, late.second, 1, 9),
        missingIn('decide-late-times'),
      ],
      [
        'seen where nothing was entered',
        () => () => late.decide(true),
        missingIn('decide-late-times'),
      ],
      [
        'seen by who entered them',
        async () => {
          await late.enter('pause', 5, 10);
          return () => late.decide(true, late.keeper);
        },
        { code: 'forbiddenPair.firstSecondPerson' },
      ],
      [
        'seen twice',
        async () => {
          await late.enter('pause', 5, 10);
          await late.decide(true);
          return () => late.decide(false);
        },
        { code: 'hall.late.decidedAlready', kind: 'conflict' },
      ],
      [
        'declined although the clock went on from them',
        async () => {
          await late.enter('pause', 5, null);
          await hall.clock(1, 'resume');
          return () => late.decide(false);
        },
        { code: 'hall.late.needed', kind: 'conflict' },
      ],
      [
        'unseen, and the record confirmed',
        async () => {
          await late.enter('end', 11, null);
          await record(late.keeper);
          return () => record(late.second);
        },
        { code: 'hall.late.unseen', kind: 'conflict' },
      ],
    ],
  );
});
