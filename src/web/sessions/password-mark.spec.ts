import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { type Person, office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Account } from '../../accounts/account.entity.js';
import { hashPassword } from '../../accounts/passwords.js';
import { ResetPassword } from '../../accounts/reset-password.js';
import { Session } from './session.entity.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

/** Whoever is not signed in is led from here to the sign-in. */
const isIn = async ({ visitor }: Person) =>
  (await visitor.get('/account/password')).path === '/account/password';
async function signedIn(): Promise<Person> {
  const person = await office(app, 'Screener');
  expect(await isIn(person)).toBe(true);
  return person;
}

test('a session lasts as long as the password that opened it', async () => {
  const person = await signedIn();
  const { accountId } = person;
  // The sessions stay: as when the password was asked for before the reset, and the session made after it.
  const passwordHash = await hashPassword('Lingyige-mima-9');
  await app.database.repo(Account).update({ id: accountId }, { passwordHash });
  expect(await isIn(person)).toBe(false);
  expect(person.visitor.text).toContain('您的密码已在别处修改或者由管理员重置');
});

test('a reset ends every session, and the sign-in page says why until somebody signs in', async () => {
  const person = await signedIn();
  const { password } = await app.app
    .get(ResetPassword)
    .run(acting('SystemAdmin'), person.accountId);
  const { visitor } = person;
  await visitor.get('/office');
  expect([visitor.path.startsWith('/sign-in'), visitor.text.includes('由管理员重置')]).toEqual([
    true,
    true,
  ]);
  await visitor.get('/sign-in');
  expect(visitor.text).toContain('由管理员重置');
  const { mobile } = person;
  await visitor.submit('/sign-in', { mobile, password });
  expect(visitor.path).toBe('/account/password');
  await visitor.get('/sign-in');
  expect(visitor.text).not.toContain('由管理员重置');
});

test('somebody who did nothing for too long is told so, and a day later nothing is left to tell', async () => {
  const person = await signedIn();
  const { accountId, visitor } = person;
  const sessions = app.database.repo(Session);
  const seen = (minutes: number) =>
    sessions.update(
      { accountId },
      { lastSeenAt: new Date(Date.now() - minutes * 60_000).toISOString() },
    );
  await seen(31);
  expect(await isIn(person)).toBe(false);
  expect(visitor.text).toContain('您有一段时间没有操作');
  await seen(24 * 60 + 1);
  expect(await isIn(person)).toBe(false);
  expect(visitor.text).not.toContain('您有一段时间没有操作');
  expect(await sessions.countBy({ accountId })).toBe(0);
});

test('a visitor who never signed in is told nothing', async () => {
  const visitor = await app.visitor().get('/office');
  expect(visitor.path).toMatch(/^\/sign-in/);
  expect(visitor.page.querySelector('.notice')).toBeNull();
});
