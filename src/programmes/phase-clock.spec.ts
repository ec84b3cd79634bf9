import { expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { TestApp } from '../../test/support/test-app.js';
import { RateLimits } from '../web/rate-limits.js';
import { PurgeExpired } from '../web/purge-expired.js';
import { PhaseClock } from './phase-clock.js';

test('the end of a server waits for the step under way, which still has its database', async () => {
  const app = await TestApp.start();
  const errors: unknown[] = [];
  let taken = 0;
  const clock = app.app.get(PhaseClock);
  clock.alsoRun(async () => {
    await pause(300);
    await app.database.execute('SELECT 1');
    taken += 1;
  });
  clock.start((error) => void errors.push(error));
  await app.stop();
  expect({ taken, errors }).toEqual({ taken: 1, errors: [] });
});

test('nor does it close the database under what is being purged', async () => {
  const app = await TestApp.start();
  const errors: unknown[] = [];
  const purge = app.app.get(PurgeExpired);
  const done = { purged: 0 };
  // The turn is asked for first; a slow answer leaves the purging under way.
  const limits = app.app.get(RateLimits);
  limits.takeTurn = async () => {
    await pause(300);
    await app.database.execute('SELECT 1');
    done.purged += 1;
    return false;
  };
  purge.start((error) => void errors.push(error), 5);
  while (done.purged === 0) await pause(5);
  const before = done.purged;
  await pause(20);
  await app.stop();
  expect({ ...done, errors }).toEqual({ purged: before + 1, errors: [] });
});
