import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';

describe.each(['on', 'off'])('a click on a person, with the demonstration %s', (DEMO) => {
  let app: TestApp;
  let shown: string;
  let hidden: string;
  beforeAll(async () => {
    app = await TestApp.start({ DEMO });
    ({ accountId: shown } = await office(app, 'Screener'));
    ({ accountId: hidden } = await office(app, 'SystemAdmin'));
    await app.database.execute('UPDATE account SET demo = 1 WHERE id = ?', [shown]);
  });
  afterAll(() => app.stop());

  const click = async (accountId: string | string[]) => {
    const visitor = app.visitor();
    await visitor.get('/sign-in');
    await visitor.post('/demo/sign-in', { _csrf: visitor.token, accountId });
    const { status } = visitor;
    await visitor.get('/messages');
    return [status, visitor.path.startsWith('/sign-in') ? 'outside' : 'signed in'];
  };

  test('signs in somebody of the list, and only there', async () => {
    expect(await click(shown)).toEqual(DEMO === 'on' ? [200, 'signed in'] : [404, 'outside']);
  });

  test('signs in nobody else', async () => {
    expect(await click(hidden)).toEqual([404, 'outside']);
    expect(await click('')).toEqual([404, 'outside']);
    expect(await click([hidden, shown])).toEqual([404, 'outside']);
  });
});
