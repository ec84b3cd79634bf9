import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { policies } from '../../src/web/access/policies.js';
import { goldenRoutes, routeLines, writeGolden } from '../support/golden-routes.js';
import { type Handler, handlersOf } from '../support/handlers.js';
import { policyRoles } from '../support/policy-roles.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
let handlers: Handler[];
beforeAll(async () => {
  app = await TestApp.start();
  handlers = handlersOf(app.app);
  if (process.env.BIAOGAN_WRITE_ROUTES) writeGolden(handlers);
});
afterAll(() => app.stop());

describe('the routes', () => {
  test('are those that were reviewed, each with its method and policy', () => {
    expect(handlers.length).toBeGreaterThan(200);
    expect(routeLines(handlers)).toEqual(routeLines(goldenRoutes()));
  });

  test('name policies that the table of roles knows, and no policy is left over', () => {
    const named = new Set(goldenRoutes().map(({ policy }) => policy));
    expect([...named].filter((policy) => !Object.hasOwn(policyRoles, policy))).toEqual([]);
    expect(Object.keys(policies).toSorted()).toEqual(Object.keys(policyRoles).toSorted());
    expect(Object.keys(policyRoles).filter((policy) => !named.has(policy))).toEqual([]);
  });
});
