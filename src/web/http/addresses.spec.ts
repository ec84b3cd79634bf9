import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

describe('a query string', () => {
  test.each([
    ['/awards?name=a&name=b', 200],
    ['/awards/list.csv?name=a&name=b&year=1&year=2', 200],
    ['/verify?code=a&code=b', 404],
    ['/sign-in?next=/a&next=/b', 200],
    ['/notices?page=1&page=2', 200],
    ['/awards?lang=en&lang=zh-CN', 200],
    ['/awards?name=%', 200],
    ['/awards?name=%00', 400],
    ['/awards?__proto__=1', 400],
    ['/awards?constructor=1', 400],
    [`/awards?${'a=1&'.repeat(101)}`, 400],
    ['/awards/%', 404],
    ['/%zz/%E6', 404],
    [`/awards/${'x'.repeat(3000)}`, 404],
    ['/awards/%00', 400],
  ])('%s → %d', async (path, status) => {
    const visitor = await app.visitor().get(path);
    expect(visitor.status).toBe(status);
  });
});

test.each([
  ['/awards/%?lang=zh-CN', '没有找到'],
  ['/awards/%?lang=en', 'Not found'],
])('%s is told on a page of ours, in the language of the visitor', async (path, words) => {
  const visitor = await app.visitor().get(path);
  expect(visitor.status).toBe(404);
  expect(visitor.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(visitor.headers['content-security-policy']).toContain("default-src 'self'");
  expect(visitor.page.querySelector('h1')?.text).toContain(words);
});

test('a form whose every field comes twice is read as the first of each', async () => {
  const { visitor } = await office(app, 'CityRegistrar');
  await visitor.get('/office/experts');
  const names = visitor.page
    .querySelectorAll('form[action="/office/experts"] [name]')
    .map((field) => field.getAttribute('name')!);
  expect(names.length).toBeGreaterThan(4);
  const twice = Object.fromEntries(names.map((name) => [name, ['a', 'b']]));
  await visitor.post('/office/experts', { ...twice, _csrf: visitor.token });
  expect(visitor.status).toBe(422);
});
