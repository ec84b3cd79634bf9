import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

test.each([
  ['verify codes', (number: number) => `/v/Y0Y01234${String(number).padStart(2, '0')}`, 404],
  ['receipt numbers', (number: number) => `/progress?number=QZ2026G${10_000 + number}`, 200],
] as const)('whoever tries out %s is stopped after thirty', async (_, path, unknown) => {
  const visitor = app.visitor();
  const statuses: number[] = [];
  for (let number = 0; number < 31; number += 1) {
    await visitor.get(path(number));
    statuses.push(visitor.status);
  }
  expect(statuses).toEqual([...Array.from({ length: 30 }, () => unknown), 429]);
});
