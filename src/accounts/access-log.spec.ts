import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { office } from '../../test/support/people.js';
import { TestApp } from '../../test/support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(() => app.database.execute('DELETE FROM access_log'));

interface Line {
  readonly accountId: string | null;
  readonly action: string;
  readonly objectId: string | null;
  readonly result: string;
  readonly address: string;
}

const lines = () =>
  app.database.rows<Line>(
    'SELECT account_id, action, object_id, result, address FROM access_log ORDER BY at, id',
  );

async function trySignIn(mobile: string, password: string): Promise<void> {
  const visitor = await app.visitor().get('/sign-in');
  await visitor.submit('/sign-in', { mobile, password });
}

describe('the access log', () => {
  test('has a line for each try at a closed account, with whose it is', async () => {
    const { mobile, accountId } = await office(app, 'Screener');
    for (let i = 0; i < 7; i += 1) await trySignIn(mobile, 'wrong');
    const tries = (await lines()).map(({ result }) => result).sort();
    expect(tries).toEqual(['closed', 'closed', 'ok', ...Array(5).fill('refused')]);
    expect(new Set((await lines()).map((line) => line.accountId))).toEqual(new Set([accountId]));
  });

  test('has a line for a sign-out, and none when nobody was signed in', async () => {
    const { visitor, accountId } = await office(app, 'Screener');
    await visitor.get('/account/password');
    await visitor.submit('/sign-out');
    const stranger = await app.visitor().get('/sign-in');
    await stranger.post('/sign-out', { _csrf: stranger.token });
    const [, signOut, ...more] = await lines();
    expect(signOut).toMatchObject({ accountId, action: 'signOut', result: 'ok' });
    expect(more).toEqual([]);
  });

  test('has a line when somebody signed in asks for what is not theirs', async () => {
    const { visitor, accountId } = await office(app, 'Screener');
    await visitor.get('/account/password');
    const { token } = visitor;
    await visitor.get('/office/experts/aaaaaaaaaaaaaaaa');
    await visitor.post('/admin/people', { _csrf: token });
    await visitor.get('/no/such/page');
    await app.visitor().get('/admin');
    const refused = (await lines()).filter(({ action }) => action === 'page.open');
    expect(refused.map((line) => line.objectId)).toEqual(['/office/experts/:id', '/admin/people']);
    expect(refused[0]).toMatchObject({ accountId, result: 'refused', address: '127.0.0.1' });
  });

  test('of a closed address only the first, so that nobody can fill it', async () => {
    const { mobile } = await office(app, 'Screener');
    for (let i = 0; i < 70; i += 1) await trySignIn(`1380000${String(i).padStart(4, '0')}`, 'x');
    await trySignIn(mobile, 'wrong');
    const closed = (await lines()).filter(({ result }) => result === 'closed');
    expect(closed).toMatchObject([{ action: 'signIn', accountId: null, address: '127.0.0.1' }]);
  });
});
