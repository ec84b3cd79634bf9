import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { recordTable, refusalTable } from '../../test/support/case-tables.js';
import { TestApp } from '../../test/support/test-app.js';
import { MoveDemoClock } from './move-demo-clock.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ DEMO: 'on' });
  app.clock.moveTo('2026-02-10T02:00:00.000Z');
});
afterAll(() => app.stop());

const move = (day: string) => () =>
  app.app.get(MoveDemoClock).run(acting('CityRegistrar'), { day });

describe('the clock of a demonstration', () => {
  refusalTable(
    () => app,
    [
      [
        'to go back',
        () => move('2026-02-09'),
        { code: 'programmes.refused.clockBack', field: 'day', variables: { today: '2026-02-10' } },
      ],
      [
        'to stand still',
        () => move('2026-02-10'),
        { code: 'programmes.refused.clockBack', field: 'day' },
      ],
      [
        'to leap more than five years',
        () => move('2031-02-11'),
        { code: 'programmes.refused.clockFar', field: 'day' },
      ],
    ],
  );
  recordTable(
    () => app,
    [
      [
        'the day it was moved to',
        () => move('2031-02-10'),
        {
          events: [
            {
              event: 'demoClock.move',
              actorRole: 'CityRegistrar',
              subjectType: 'citySetting',
              details: { from: '2026-02-10', to: '2031-02-10' },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});
