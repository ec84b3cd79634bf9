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
  expect(await app.database.repo(Session).countBy({ accountId })).toBe(0);
});

test('a session written again after a reset signs nobody in', async () => {
  const person = await signedIn();
  const { accountId } = person;
  const row = await app.database.repo(Session).findOneByOrFail({ accountId });
  await app.app.get(ResetPassword).run(acting('SystemAdmin'), accountId);
  await app.database.repo(Session).insert(row as never);
  expect(await isIn(person)).toBe(false);
});
