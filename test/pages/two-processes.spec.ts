import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/test-app.js';
import { office, password } from '../support/people.js';
import { Session } from '../../src/web/sessions/session.entity.js';

/** Two applications on one database hold nothing that the other needs. */
let first: TestApp;
let second: TestApp;

beforeAll(async () => {
  first = await TestApp.start();
  second = await TestApp.start({}, first.place);
});
afterAll(async () => {
  await second.app.close();
  await first.stop();
});

describe('two processes on one database', () => {
  test('who signed in at one is signed in at the other, and signed out at both', async () => {
    const { visitor, accountId } = await office(first, 'CityRegistrar');
    const sessionCookie = visitor.cookie('biaogan');
    const elsewhere = second.visitor();
    await elsewhere.get('/account/password', { cookie: sessionCookie });
    expect(elsewhere.status).toBe(200);
    await second.database.repo(Session).delete({ accountId });
    await visitor.get('/account/password');
    expect(visitor.path).toMatch(/^\/sign-in/);
  });

  test('failures count together: five at two processes close the account at both', async () => {
    const { mobile } = await office(first, 'Screener');
    for (let i = 0; i < 5; i += 1) {
      const visitor = (i % 2 ? first : second).visitor();
      await visitor.get('/sign-in');
      await visitor.submit('/sign-in', { mobile, password: 'wrong' });
    }
    for (const app of [first, second]) {
      const visitor = app.visitor();
      await visitor.get('/sign-in');
      await visitor.submit('/sign-in', { mobile, password });
      expect(visitor.status).toBe(429);
    }
  });
});
