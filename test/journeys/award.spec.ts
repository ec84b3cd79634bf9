import { afterAll, beforeAll, test } from '@jest/globals';
import { loadWorkingDays, makeProgramme } from '../support/programme.js';
import { TestApp } from '../support/test-app.js';
import { playAward } from './award.js';
import { hire } from './cast.js';
import { inProcess } from './place.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-02-25T02:00:00.000Z');
  await loadWorkingDays(app);
  await makeProgramme(app, 'Archived');
});
afterAll(() => app.stop());

test('a whole award of two categories, from the copied programme to the verified certificates', async () => {
  await playAward(inProcess(app), await hire(app), 2026);
}, 240_000);
