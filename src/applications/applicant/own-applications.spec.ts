import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { fromSavedState, refusalTable } from '../../../test/support/case-tables.js';
import { merchantPerson, password, type Person } from '../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../test/support/programme.js';
import {
  type SubmittedApplication,
  makeSubmitted,
} from '../../../test/support/submitted-application.js';
import { TestApp } from '../../../test/support/test-app.js';
import { CloseAccount } from '../../accounts/own/close-account.js';
import { newId } from '../../database/new-id.js';
import { Application } from '../application.entity.js';
import { Declaration } from '../declaration.entity.js';

let app: TestApp;
let programme: TestProgramme;
let own: SubmittedApplication;
let agent: Person;
beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'DivisionReview');
  own = await makeSubmitted(app, programme);
  agent = await merchantPerson(app, own.merchantId);
  // Handed in twice: what was agreed to the second time stands.
  const earlier = new Date(Date.parse(app.clock.now()) - 86_400_000).toISOString();
  for (const acceptedAt of [earlier, app.clock.now()]) {
    for (const kind of ['personalInformation', 'truth']) {
      await app.database.repo(Declaration).insert({
        id: newId(),
        applicationId: own.id,
        kind,
        textHash: 'a'.repeat(64),
        items: ['contact'],
        accountId: agent.accountId,
        address: null,
        acceptedAt,
      });
    }
  }
});
afterAll(() => app.stop());

const close = () => {
  const duty = { accountId: agent.accountId, merchantId: own.merchantId };
  return app.app.get(CloseAccount).run(acting('Agent', duty), { password });
};
const state = (to: Application['state']) =>
  app.database.repo(Application).update(own.id, { state: to });

describe('an account', () => {
  refusalTable(
    () => app,
    [
      [
        'to leave an application under way without anybody',
        () => close,
        { code: 'applications.close.lastPerson' },
      ],
    ],
  );

  describe('closes', () => {
    fromSavedState(() => app);

    test('once somebody else acts for the merchant', async () => {
      await merchantPerson(app, own.merchantId);
      await expect(close()).resolves.toBeUndefined();
    });

    test.each(['Draft', 'NotProposed', 'Withdrawn'] as const)(
      'where the application is %s',
      async (to) => {
        await state(to);
        await expect(close()).resolves.toBeUndefined();
      },
    );
  });
});

test('what was agreed to stands on the own page with its text, and where it is taken back', async () => {
  await agent.visitor.get('/account');
  expect(agent.visitor.text).toContain('个人信息单独同意');
  expect(agent.visitor.text).toContain('同意为本次评选处理下列个人信息');
  const link = `a[href="/my/applications/${own.id}/withdrawal"]`;
  expect(agent.visitor.page.querySelector(link)).not.toBeNull();
  const words = agent.visitor.page.querySelectorAll('main summary').map((one) => one.text.trim());
  expect(words.filter((one) => /承诺|同意/.test(one))).toEqual(['真实性承诺', '个人信息单独同意']);
});

test('own data hold the merchant and its applications, and nobody else’s', async () => {
  const foreign = await makeSubmitted(app, programme, { name: '别家网店' });
  await agent.visitor.get('/account/data.json');
  const data = JSON.parse(agent.visitor.html) as Record<string, Record<string, unknown>[]>;
  expect(data.applications).toMatchObject([{ id: own.id, state: 'Submitted' }]);
  expect(data.merchants).toHaveLength(1);
  expect(data.merchants![0]!.contactMobile).toMatch(/^[0-9a-z]{16}$/);
  expect(agent.visitor.html).not.toContain(foreign.id);
  expect(agent.visitor.html).not.toContain('别家网店');
  expect(agent.visitor.html).not.toMatch(/sealed"|passwordHash/i);
});
