import { afterEach, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { RepeatedWork } from './repeated-work.js';

const errors: unknown[] = [];
const keep = (error: unknown) => void errors.push(error);
afterEach(() => {
  errors.splice(0);
});

test('waits for what is under way, and begins nothing more', async () => {
  let begun = 0;
  let ended = 0;
  const work = new RepeatedWork(async () => {
    begun += 1;
    await pause(60);
    ended += 1;
  }, 5);
  work.startAtOnce(keep);
  expect(begun).toBe(1);
  await work.stop();
  expect(ended).toBe(1);
  await pause(30);
  expect(begun).toBe(1);
});

test('never overlaps itself, and comes again', async () => {
  let running = 0;
  let most = 0;
  const done = { times: 0 };
  const work = new RepeatedWork(async () => {
    running += 1;
    most = Math.max(most, running);
    await pause(20);
    running -= 1;
    done.times += 1;
  }, 3);
  work.start(keep);
  expect(most).toBe(0);
  while (done.times < 2) await pause(5);
  await work.stop();
  expect(most).toBe(1);
});

test('says what went wrong, and goes on', async () => {
  const work = new RepeatedWork(() => Promise.reject(new Error('away')), 3);
  work.startAtOnce(keep);
  while (errors.length < 2) await pause(5);
  await work.stop();
  expect(errors[1]).toEqual(new Error('away'));
});

test('that was never started stops at once', async () => {
  await new RepeatedWork(() => Promise.resolve(), 3).stop();
});
