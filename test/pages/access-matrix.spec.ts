import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES, type Role } from '../../src/rules/lifecycle/roles.js';
import { allows } from '../../src/web/access/policies.js';
import type { Actor } from '../../src/web/actor.js';
import { acting } from '../support/acting.js';
import { comparable } from '../support/comparable.js';
import { type GoldenRoute, goldenRoutes } from '../support/golden-routes.js';
import { addressOf, handlersOf } from '../support/handlers.js';
import { type Person, person } from '../support/people.js';
import { mayPass, policyRoles } from '../support/policy-roles.js';
import { TestApp } from '../support/test-app.js';
import type { Visitor } from '../support/visitor.js';

/** Roles that are no login of their own: the public has no account, the committee is a meeting. */
const logins = ROLES.filter((role) => role !== 'Public' && role !== 'ReviewCommittee');
const id = 'aaaaaaaaaaaaaaaa';
/** What was reviewed, not what the decorators say: a route whose policy is weakened must not pass. */
const routes = goldenRoutes();

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

/** L03 of the leak rules: a right that is missing looks exactly like a page that does not exist. */
describe('a route without a right to it', () => {
  test.each(logins)('is an unknown route to %s', async (role) => {
    const { visitor } = await signedIn(role);
    await visitor.get('/messages');
    const token = (await visitor.get('/account/password')).token;
    const refused = routes.filter(({ policy }) => !mayPass(policy, role));
    const differences: string[] = [];
    for (const route of refused) {
      const address = addressOf(route, id);
      const given = await answer(visitor, route, address, token);
      const unknown = await answer(visitor, route, `${address}/no/such/page`, token);
      if (given.status !== 404 || given.body !== unknown.body) {
        differences.push(`${route.method} ${route.path} ${given.status}/${unknown.status}`);
      }
    }
    expect(differences).toEqual([]);
    expect(refused.length).toBeGreaterThan(3);
  });

  /** An unknown id looks like an unknown route, so the decision itself is compared as well. */
  test.each(logins)('is decided for %s as the reviewed table says', (role) => {
    const reviewed = new Map(routes.map((route) => [nameOf(route), route.policy]));
    const differences = handlersOf(app.app).filter((handler) => {
      const policy = reviewed.get(nameOf(handler));
      return !policy || allows(handler.policy, acting(role)) !== mayPass(policy, role);
    });
    expect(differences.map(nameOf)).toEqual([]);
  });

  test('is decided for nobody and for an account without a duty as the table says', () => {
    const reviewed = new Map(routes.map((route) => [nameOf(route), policyRoles[route.policy]]));
    const newcomer: Actor = { ...acting('Agent'), duties: [] };
    const differences = handlersOf(app.app).filter((handler) => {
      const rule = reviewed.get(nameOf(handler));
      const open = rule === 'everybody';
      return (
        allows(handler.policy, null) !== open ||
        allows(handler.policy, newcomer) !== (open || rule === 'signedIn')
      );
    });
    expect(differences.map(nameOf)).toEqual([]);
  });

  test('leads a visitor who is not signed in to the sign-in page', async () => {
    const visitor = app.visitor();
    const closed = routes.filter(
      ({ policy, method }) => policyRoles[policy] !== 'everybody' && method === 'GET',
    );
    const differences: string[] = [];
    for (const route of closed) {
      const address = addressOf(route, id);
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

const nameOf = ({ method, path }: Pick<GoldenRoute, 'method' | 'path'>) => `${method} ${path}`;

async function answer(visitor: Visitor, { method }: GoldenRoute, address: string, token: string) {
  if (method === 'GET') await visitor.get(address);
  else await visitor.post(address, { _csrf: token });
  return { status: visitor.status, body: comparable(visitor.html) };
}
