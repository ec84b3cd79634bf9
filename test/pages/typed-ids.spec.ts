import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { crawl } from '../support/crawl.js';
import { demoRoles, demoVisitor, startDemo } from '../support/demo-people.js';
import type { TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startDemo();
}, 120_000);
afterAll(() => app?.stop());

/** What the program keeps and hands out itself: ids, hashes, places, numbers of files and sheets. */
const kept =
  /(^|\.)(\w*Ids?|hash|\w*Hash|seat|number|receiptNumber|\w+Receipt|judge|expert|\w*Code)$/;

const staff = demoRoles.filter(
  (role) => !['Public', 'Agent', 'SystemAdmin', 'AuditAdmin', 'Judge'].includes(role),
);

test.each(staff)(
  'a %s picks from lists what the program has, and types none of it',
  async (role) => {
    const visitor = await demoVisitor(app, role);
    const typed = new Set<string>();
    let fields = 0;
    await crawl(visitor, [visitor.path], {
      perKind: 1,
      look: (path) => {
        for (const input of visitor.page.querySelectorAll(
          'form[method=post] input, form textarea',
        )) {
          const [name = '', type = 'text'] = ['name', 'type'].map((key) => input.getAttribute(key));
          fields += 1;
          if (type === 'text' && kept.test(name)) typed.add(`${name} on ${path.split('?')[0]!}`);
        }
      },
    });
    expect([...typed]).toEqual([]);
    expect(fields).toBeGreaterThan(0);
  },
  120_000,
);
