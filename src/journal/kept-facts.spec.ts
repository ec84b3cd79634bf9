import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publicChange } from '../../test/support/public-change.js';
import { TestApp } from '../../test/support/test-app.js';
import { KeptFacts } from './kept-facts.js';

let app: TestApp;
let facts: KeptFacts;
beforeAll(async () => {
  app = await TestApp.start();
  facts = app.app.get(KeptFacts);
});
afterAll(() => app.stop());

test('a fact is computed once until something public changes', async () => {
  let computed = 0;
  const read = () => facts.read('one', () => Promise.resolve((computed += 1)));
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  expect(await read()).toBe(1);
  expect(await facts.read('another', () => Promise.resolve('its own'))).toBe('its own');
  await publicChange(app);
  expect(await read()).toBe(2);
});

test('a computation that failed is tried again', async () => {
  const away = () => Promise.reject(new Error('away'));
  await expect(facts.read('failing', away)).rejects.toThrow('away');
  expect(await facts.read('failing', () => Promise.resolve('back'))).toBe('back');
});
