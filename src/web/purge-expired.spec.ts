import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AccessLog } from '../accounts/access-log.entity.js';
import { office } from '../../test/support/people.js';
import { TestApp } from '../../test/support/test-app.js';
import { openSideFile } from '../database/side-file.js';
import { KeptForm } from './kept/kept-form.entity.js';
import { PurgeExpired } from './purge-expired.js';
import { RateLimits } from './rate-limits.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let first: TestApp;
let second: TestApp;
const clock = jest.spyOn(Date, 'now');
beforeAll(async () => {
  first = await TestApp.start();
  second = await TestApp.start({}, first.place);
});
afterAll(async () => {
  clock.mockRestore();
  await second.app.close();
  await first.stop();
});

const later = (milliseconds: number) => {
  const now = Math.round(performance.timeOrigin + performance.now()) + milliseconds;
  clock.mockImplementation(() => now);
};
const count = async (table: string) =>
  (await first.database.row<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`))!.count;
/** Limits live in a file of their own on SQLite. */
async function limitRows(): Promise<number> {
  if (first.place.databaseUrl) return count('rate_limits');
  const file = openSideFile(first.place.dataDir, 'limits');
  try {
    return file.prepare('SELECT COUNT(*) FROM rate_limits').pluck().get() as number;
  } finally {
    file.close();
  }
}
const purge = (app: TestApp) => app.app.get(PurgeExpired).run();

test('what has run out goes, what is in force stays, and one process at a time does it', async () => {
  later(0);
  await office(first, 'Screener');
  const limits = first.app.get(RateLimits);
  await limits.take('verifyAddress', '203.0.113.7');
  expect(await purge(first)).toBe(true);
  expect(await purge(second)).toBe(false);
  expect(await count('session')).toBe(1);
  const held = await limitRows();
  expect(held).toBeGreaterThan(1);

  mkdirSync(join(first.place.dataDir, 'incoming', 'request-left'), { recursive: true });
  later(20 * MINUTE);
  expect(await purge(second)).toBe(true);
  expect(await count('session')).toBe(1);
  expect(readdirSync(join(first.place.dataDir, 'incoming'))).toEqual(['request-left']);

  later(61 * MINUTE);
  expect(await purge(first)).toBe(true);
  expect(await count('session')).toBe(0);
  // The turn that was just taken is in force; the limits of an hour ago are not.
  expect(await limitRows()).toBe(1);

  later(62 * MINUTE + DAY);
  expect(await purge(first)).toBe(true);
  expect(readdirSync(join(first.place.dataDir, 'incoming'))).toEqual([]);
  expect(await count('access_log')).toBe(1);
});

test('the access log is kept for three years', async () => {
  later(3 * 365 * DAY);
  expect(await purge(first)).toBe(true);
  expect(await first.database.repo(AccessLog).count()).toBe(1);
  later(3 * 366 * DAY + DAY);
  expect(await purge(second)).toBe(true);
  expect(await first.database.repo(AccessLog).count()).toBe(0);
});

test('what was typed and never sent waits sixty days', async () => {
  const savedAt = new Date(Date.now()).toISOString();
  const row = { placeHash: 'a'.repeat(64), accountId: 'somebody', sealed: 'x', savedAt };
  await first.database.repo(KeptForm).insert(row);
  const begun = Date.now();
  clock.mockImplementation(() => begun + 59 * DAY);
  expect(await purge(first)).toBe(true);
  expect(await count('kept_form')).toBe(1);
  clock.mockImplementation(() => begun + 61 * DAY);
  expect(await purge(second)).toBe(true);
  expect(await count('kept_form')).toBe(0);
});
