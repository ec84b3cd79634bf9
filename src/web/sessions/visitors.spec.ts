import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { handlersOf } from '../../../test/support/handlers.js';
import { office, password } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';

const sessions = async (app: TestApp) =>
  (await app.database.row<{ count: number }>('SELECT COUNT(*) AS count FROM session'))!.count;

describe('a visitor who is not signed in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  test('leaves no session, whatever is opened or sent', async () => {
    const visitor = app.visitor();
    for (const { path, policy } of handlersOf(app.app)) {
      if (policy !== 'public') continue;
      await visitor.get(path.replace(/:\w+/g, '2013'));
      await visitor.get('/sign-in');
      await visitor.post(path.replace(/:\w+/g, '2013'), { _csrf: visitor.token, mobile: '1' });
      expect(visitor.status).toBeLessThan(500);
    }
    for (let i = 0; i < 50; i += 1) await app.visitor().get('/sign-in');
    expect(await sessions(app)).toBe(0);
  });

  test("has a form of this browser's own: another's token is refused", async () => {
    const visitor = await app.visitor().get('/sign-in');
    const other = await app.visitor().get('/sign-in');
    await visitor.post('/sign-in', { _csrf: other.token, mobile: '1', password: '1' });
    expect(visitor.status).toBe(403);
  });

  test('cannot plant the secret of a form: the cookie is signed', async () => {
    const visitor = await app.visitor().get('/sign-in');
    const [secret] = decodeURIComponent(visitor.cookie('biaogan-form').split('=')[1]!).split('.');
    const cookie = `biaogan-form=${secret}`;
    const bare = app.visitor();
    await bare.post('/sign-in', { _csrf: visitor.token, mobile: '1', password: '1' }, { cookie });
    expect(bare.status).toBe(403);
  });

  test('hears once that the sign-out worked, and has no session after it', async () => {
    const { visitor } = await office(app, 'Screener');
    await visitor.get('/account/password');
    expect(await sessions(app)).toBe(1);
    await visitor.submit('/sign-out');
    expect(visitor.path).toBe('/');
    expect(visitor.html).toContain('已退出');
    expect(await sessions(app)).toBe(0);
    await visitor.get('/');
    expect(visitor.html).not.toContain('已退出');
  });

  test('cannot put a sentence of their own on a page', async () => {
    const said = Buffer.from(JSON.stringify({ key: 'accounts.signedOut' })).toString('base64url');
    const visitor = await app.visitor().get('/', { cookie: `biaogan-flash=${said}` });
    expect(visitor.status).toBe(200);
    expect(visitor.html).not.toContain('已退出');
  });
});

describe("a form's token", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  test('from before the sign-in is worth nothing after it, and the reverse', async () => {
    const { visitor } = await office(app, 'Screener');
    const before = (await app.visitor().get('/sign-in')).token;
    await visitor.get('/account/password');
    const after = visitor.token;
    await visitor.post('/account/password', { _csrf: before, current: 'a', next: 'b' });
    expect(visitor.status).toBe(403);
    await visitor.get('/account/password');
    await visitor.submit('/sign-out');
    await visitor.post('/sign-in', { _csrf: after, mobile: '1', password: '1' });
    expect(visitor.status).toBe(403);
  });
});

describe('where people come over https', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ PUBLIC_URL: 'https://biaogan.example.gov.cn' });
  });
  afterAll(() => app.stop());

  test('every cookie is for https and this host only, though the proxy speaks http', async () => {
    const { mobile } = await office(app, 'Screener').catch(() => ({ mobile: '' }));
    const { port } = app.app.getHttpServer().address() as AddressInfo;
    const site = `http://127.0.0.1:${port}`;
    const page = await fetch(`${site}/sign-in?lang=en`);
    const set = page.headers.getSetCookie();
    expect(set.map((one) => one.split('=')[0])).toEqual(['lang', '__Host-biaogan-form']);
    expect(set.every((one) => /; Secure/i.test(one) && !/Domain/i.test(one))).toBe(true);
    const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())![1]!;
    const entered = await fetch(`${site}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: set[1]!.split(';')[0]! },
      body: new URLSearchParams({ _csrf: token, mobile, password }),
    });
    expect(entered.status).toBe(303);
    const [session] = entered.headers.getSetCookie();
    expect(session).toMatch(/^__Host-biaogan=.*Path=\/; HttpOnly; Secure; SameSite=Lax/);
    expect(await sessions(app)).toBe(1);
  });
});
