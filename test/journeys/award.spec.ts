import { afterAll, beforeAll, test } from '@jest/globals';
import { loadWorkingDays, makeProgramme } from '../support/programme.js';
import { TestApp } from '../support/test-app.js';
import { type PlayedAward, playAward } from './award.js';
import { type Cast, hire } from './cast.js';
import { inProcess } from './place.js';
import { playTitles } from './titles.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-02-25T02:00:00.000Z');
  await loadWorkingDays(app);
  await makeProgramme(app, 'Archived');
});
afterAll(() => app.stop());

let cast: Cast;
let played: PlayedAward;

test('a whole award of two categories, from the copied programme to the verified certificates', async () => {
  cast = await hire(app);
  played = await playAward(inProcess(app), cast, 2026, 'whole');
}, 480_000);

test('the years after it: reviews, a warning that is cured, a revocation, the end', async () => {
  await playTitles(inProcess(app), cast, played, 2027);
}, 120_000);
