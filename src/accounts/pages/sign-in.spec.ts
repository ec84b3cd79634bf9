import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const person = {
  mobile: '13905700011',
  personName: '江小桔',
  password: 'Juzi-2013-ok',
  consent: 'on',
};

describe('an account', () => {
  test('registers, is signed in at once, signs out and in again', async () => {
    const visitor = app.visitor();
    await visitor.get('/register');
    await visitor.submit('/register', person);
    expect(visitor.path).toBe('/my');
    await visitor.get('/account/password');
    expect(visitor.status).toBe(200);
    await visitor.submit('/sign-out');
    await visitor.get('/account/password');
    expect(visitor.path).toMatch(/^\/sign-in/);
    await visitor.submit('/sign-in', { mobile: person.mobile, password: person.password });
    expect(visitor.path).toBe('/account/password');
  });

  test('a refused registration keeps what was typed, never the password, and writes nothing', async () => {
    const visitor = app.visitor();
    await visitor.get('/register');
    await visitor.submit('/register', {
      ...person,
      mobile: '12345',
      personName: '我',
      consent: [],
    });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual([
      '请填写11位手机号码。',
      '“姓名”应为2至20个字，现有1个字。',
      '请阅读并勾选“个人信息告知”。',
    ]);
    expect(visitor.html).toContain('value="12345"');
    expect(visitor.html).not.toContain(person.password);
    const rows = await app.database.rows<{ count: number }>(
      'SELECT COUNT(*) AS count FROM account',
    );
    expect(rows[0]!.count).toBe(1);
  });

  test('one mobile number registers once', async () => {
    const visitor = app.visitor();
    await visitor.get('/register');
    await visitor.submit('/register', person);
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual(['这个手机号已注册，请直接登录。']);
  });

  test('a number is taken as people and browsers write it', async () => {
    const visitor = app.visitor();
    await visitor.get('/register');
    await visitor.submit('/register', { ...person, mobile: '+86 139-0570-0021' });
    expect(visitor.path).toBe('/my');
    for (const mobile of ['13905700021', '139 0570 0021', '008613905700021', '\u200B13905700021']) {
      const again = app.visitor();
      await again.get('/sign-in');
      await again.submit('/sign-in', { mobile, password: person.password });
      expect([mobile, again.path]).toEqual([mobile, '/my']);
    }
  });

  test('a form without its token changes nothing', async () => {
    const visitor = app.visitor();
    await visitor.get('/register');
    await visitor.post('/register', { ...person, mobile: '13905700012' });
    expect(visitor.status).toBe(403);
    expect(visitor.text).toContain('江小桔');
    expect(visitor.html).not.toContain(person.password);
  });

  test('five failures close the account, also for the right password', async () => {
    const visitor = app.visitor();
    await visitor.get('/sign-in');
    for (let i = 0; i < 5; i += 1) {
      await visitor.submit('/sign-in', { mobile: person.mobile, password: 'wrong' });
      expect(visitor.errors).toEqual(['手机号或密码不正确。']);
    }
    await visitor.submit('/sign-in', { mobile: person.mobile, password: person.password });
    expect(visitor.status).toBe(429);
    expect(visitor.errors[0]).toMatch(/请15分钟后再试/);
  });

  test('an unknown page and a page without a right to it are the same page', async () => {
    const visitor = app.visitor();
    await visitor.get('/no/such/page');
    expect(visitor.status).toBe(404);
    expect(visitor.text).toContain('没有找到');
  });
});
