import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DrawSteps } from '../../../test/support/draw-steps.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Programme } from '../../programmes/programme.entity.js';

let app: TestApp;
let draw: DrawSteps;
beforeAll(async () => {
  app = await TestApp.start();
  draw = await DrawSteps.begun(app);
}, 120_000);
afterAll(() => app.stop());

test('the reveal is allowed from the first day that lies near enough to the review', async () => {
  await draw.upTo('Witnessed');
  const calendar = [
    { phase: 'MaterialReview', from: '2026-12-31', to: '2026-12-31', workingDays: 1 },
  ];
  await app.database.repo(Programme).update(draw.cast.programme.id, { calendar: calendar });
  app.clock.moveTo('2026-12-24T01:00:00.000Z');
  await draw.reveal();
  expect((await draw.stored()).state).toBe('Drawn');
});
