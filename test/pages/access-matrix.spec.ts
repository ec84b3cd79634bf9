import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES, type Role } from '../../src/rules/lifecycle/roles.js';
import { type Policy, allows } from '../../src/web/access/policies.js';
import { comparable } from '../support/comparable.js';
import { type Handler, addressOf, handlersOf } from '../support/handlers.js';
import { type Person, person } from '../support/people.js';
import { TestApp } from '../support/test-app.js';
import type { Visitor } from '../support/visitor.js';

/** Roles that are no login of their own: the public has no account, the committee is a meeting. */
const logins = ROLES.filter((role) => role !== 'Public' && role !== 'ReviewCommittee');
const id = 'aaaaaaaaaaaaaaaa';

let app: TestApp;
let handlers: Handler[];
beforeAll(async () => {
  app = await TestApp.start();
  handlers = handlersOf(app.app);
});
afterAll(() => app.stop());

/** L03 of the leak rules: a right that is missing looks exactly like a page that does not exist. */
describe('a route without a right to it', () => {
  test.each(logins)('is an unknown route to %s', async (role) => {
    const { visitor } = await signedIn(role);
    await visitor.get('/messages');
    const token = (await visitor.get('/account/password')).token;
    const refused = handlers.filter(({ policy }) => !mayOpen(policy, role));
    const differences: string[] = [];
    for (const handler of refused) {
      const address = addressOf(handler, id);
      const given = await answer(visitor, handler, address, token);
      const unknown = await answer(visitor, handler, `${address}/no/such/page`, token);
      if (given.status !== 404 || given.body !== unknown.body) {
        differences.push(`${handler.method} ${handler.path} ${given.status}/${unknown.status}`);
      }
    }
    expect(differences).toEqual([]);
    expect(refused.length).toBeGreaterThan(3);
  });

  test('leads a visitor who is not signed in to the sign-in page', async () => {
    const visitor = app.visitor();
    const closed = handlers.filter(({ policy, method }) => policy !== 'public' && method === 'GET');
    const differences: string[] = [];
    for (const handler of closed) {
      const address = addressOf(handler, id);
      await visitor.get(address);
      if (!visitor.path.startsWith('/sign-in?next='))
        differences.push(`${address} ${visitor.path}`);
    }
    expect(differences).toEqual([]);
  });
});

async function signedIn(role: Role): Promise<Person> {
  const kind = role === 'Judge' || role === 'Chair' ? 'judge' : 'office';
  const merchant = role === 'Agent' || role === 'LegalRepresentative';
  return person(app, merchant ? 'merchant' : kind, [{ role, divisionCode: '330802' }]);
}

function mayOpen(policy: Policy, role: Role): boolean {
  return allows(policy, {
    accountId: id,
    name: '',
    kind: 'office',
    mustChangePassword: false,
    duties: [{ role, divisionCode: null, merchantId: null, programmeId: null }],
  });
}

async function answer(visitor: Visitor, { method }: Handler, address: string, token: string) {
  if (method === 'GET') await visitor.get(address);
  else await visitor.post(address, { _csrf: token });
  return { status: visitor.status, body: comparable(visitor.html) };
}
