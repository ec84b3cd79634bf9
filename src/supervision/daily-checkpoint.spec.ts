import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordTable } from '../../test/support/case-tables.js';
import { office } from '../../test/support/people.js';
import { TestApp } from '../../test/support/test-app.js';
import { PhaseClock } from '../programmes/phase-clock.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await office(app, 'Supervisor');
});
afterAll(() => app.stop());

const tick = () => app.app.get(PhaseClock).run();
const sent = () =>
  app.database.rows<{ occasion: string; at: string }>(
    'SELECT occasion, at FROM checkpoint ORDER BY sequence',
  );

describe('a day of the journal', () => {
  recordTable(
    () => app,
    [
      [
        'nothing, but tells the supervisor where the journal stands',
        () => tick,
        { events: [], messages: [{ message: 'checkpoint.day', to: 'Supervisor' }] },
      ],
      [
        'nothing a second time on the same day in Beijing',
        async () => {
          await tick();
          await office(app, 'Verifier');
          app.clock.moveTo('2026-06-01T15:59:00.000Z');
          return tick;
        },
        { events: [], messages: [] },
      ],
      [
        'nothing on a day on which nothing was entered',
        async () => {
          await tick();
          app.clock.moveTo('2026-06-02T02:00:00.000Z');
          return tick;
        },
        { events: [], messages: [] },
      ],
      [
        'the next day, when something was',
        async () => {
          await tick();
          await office(app, 'Verifier');
          app.clock.moveTo('2026-06-01T16:00:00.000Z');
          return tick;
        },
        { events: [], messages: [{ message: 'checkpoint.day', to: 'Supervisor' }] },
      ],
    ],
  );

  test('is signed once, however many processes look at the clock', async () => {
    await Promise.all([tick(), tick(), tick()]);
    expect(await sent()).toHaveLength(1);
  });
});
