import { CONFIG } from '../../src/config/config.module.js';
import type { Config } from '../../src/config/config.js';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import { prepareFirstStart } from '../../src/serve/first-start.js';
import { translate } from '../../src/text/catalogue.js';
import { TestApp } from './test-app.js';
import type { Visitor } from './visitor.js';

/** Duties of which the demo city has somebody on its sign-in page. */
export const demoRoles = [
  'Public',
  'Agent',
  'DivisionReviewer',
  'DivisionApprover',
  'CityRegistrar',
  'Screener',
  'Verifier',
  'Judge',
  'Tabulator',
  'Approver',
  'Publisher',
  'Supervisor',
  'SystemAdmin',
  'AuditAdmin',
] as const satisfies readonly Role[];

/** The demonstration as `npm start` shows it. */
export async function startDemo(): Promise<TestApp> {
  const app = await TestApp.start({ DEMO: 'on' });
  await prepareFirstStart(app.app, {
    config: app.app.get<Config>(CONFIG),
    say: () => undefined,
    t: (key, variables) => translate('zh-CN', key, variables),
  });
  return app;
}

/** Somebody of the demo city with this duty, signed in by a click; the public stays outside. */
export async function demoVisitor(app: TestApp, role: Role): Promise<Visitor> {
  const visitor = app.visitor();
  await visitor.get(role === 'Public' ? '/' : '/sign-in');
  if (role === 'Public') return visitor;
  return visitor.submit('/demo/sign-in', { accountId: await demoAccount(app, role) });
}

/** The first of the sign-in page's people with this duty. */
export async function demoAccount(app: TestApp, role: Role): Promise<string> {
  const person = await app.database.row<{ id: string }>(
    `SELECT a.id FROM account a JOIN duty d ON d.account_id = a.id AND d.ended_at IS NULL
     WHERE a.demo = 1 AND d.role = ? ORDER BY a.id LIMIT 1`,
    [role],
  );
  return person!.id;
}
