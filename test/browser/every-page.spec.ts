import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { closeContext, launchBrowser } from '../support/browser.js';
import { crawl, kindOf } from '../support/crawl.js';
import { demoRoles, demoVisitor, startDemo } from '../support/demo-people.js';
import { FinishedHtml } from '../support/finished-html.js';
import { goldenRoutes } from '../support/golden-routes.js';
import { makeManyApplications } from '../support/many-applications.js';
import { contextOf, lookAt } from '../support/page-look.js';
import type { TestApp } from '../support/test-app.js';

jest.setTimeout(900_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const literals = (path: string) => path.split('/').filter((part) => !part.startsWith(':')).length;
/** Pages of a kind share their route; the query of a list or a form makes another kind. */
const routes = goldenRoutes()
  .filter(({ method }) => method === 'GET')
  .map(({ path }) => ({ path, like: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) }))
  .toSorted((one, other) => literals(other.path) - literals(one.path));
const routeOf = (path: string) => routes.find(({ like }) => like.test(path.split('?')[0]!))?.path;

const seen = new Set<string>();
const html = new FinishedHtml();
afterAll(() => html.remove());

describe('in the demo city with 300 applications in hand', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startDemo();
    const programme = await app.database.row<{ id: string }>(
      'SELECT id FROM programme ORDER BY year DESC LIMIT 1',
    );
    await makeManyApplications(app, programme!.id, 300);
  });
  afterAll(() => app.stop());

  test.each(demoRoles)('every kind of page that %s reaches', async (role) => {
    const visitor = await demoVisitor(app, role);
    const start = role === 'Public' ? ['/', '/sign-in'] : [visitor.path, '/messages', '/account'];
    const kinds = new Map<string, string>();
    const look = (path: string) => {
      const isPage = visitor.headers['content-type']?.startsWith('text/html');
      const route = routeOf(path);
      if (isPage && route && visitor.status === 200) {
        if (!kinds.has(route)) kinds.set(route, path);
        html.keep(kindOf(path), visitor.html);
      }
    };
    await crawl(visitor, start, { perKind: 1, limit: 400, look });
    const context = await contextOf(browser, app, visitor);
    const page = await context.newPage();
    const complaints: string[] = [];
    for (const [route, path] of kinds) {
      const own = `${route === '/office' ? role : ''}${route}`;
      if (seen.has(own)) continue;
      seen.add(own);
      complaints.push(...(await lookAt(page, path, `${role} ${route}`)));
    }
    await closeContext(context);
    expect(complaints).toEqual([]);
  });
});

/** By the checker of the people who write the standard; a spec of single pages has the pages of those only. */
(html.canBeChecked ? test : test.skip)('the HTML of all of them is valid', async () => {
  expect(html.count).toBeGreaterThan(0);
  // One that is not shows that the checker looks.
  html.keep('a form in a line', '<!doctype html><title>x</title><span><form></form></span>');
  expect(await html.faults()).toEqual([expect.stringMatching(/^a form in a line: Element “form”/)]);
});
