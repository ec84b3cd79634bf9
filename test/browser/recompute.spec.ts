import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { closeContext, launchBrowser } from '../support/browser.js';
import { startDemo } from '../support/demo-people.js';
import { type Inspection, inspectPage, originOf } from '../support/inspect-page.js';
import type { TestApp } from '../support/test-app.js';

let app: TestApp;
let browser: Browser;
let path: string;
beforeAll(async () => {
  app = await startDemo();
  browser = await launchBrowser();
  const list = await app.database.row<{ id: string }>(
    `SELECT id FROM award_list WHERE kind = 'award' AND published_on IS NOT NULL
     AND bundle IS NOT NULL ORDER BY published_on DESC, id LIMIT 1`,
  );
  path = `/awards/lists/${list!.id}/recompute`;
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test('whoever opens the page computes the list again, and the page holds at every width', async () => {
  const context = await browser.newContext({ baseURL: originOf(app) });
  try {
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await page.goto(path);
    await page.getByRole('button', { name: '开始计算' }).click();
    await page.locator('[data-result] .notice').waitFor();
    expect(await page.locator('[data-result] .notice').innerText()).toMatch(
      /^全部[\d,]+处比对一致/,
    );
    const headings = await page.locator('[data-result] caption').allInnerTexts();
    expect(headings.slice(0, 2)).toEqual(['计算步骤', expect.stringContaining('算得的名次')]);
    expect(refused).toEqual([]);
  } finally {
    await closeContext(context);
  }
  const views: Inspection['views'] = [
    { width: 360 },
    { width: 820 },
    { width: 1366, colorScheme: 'dark' },
  ];
  expect(await inspectPage(browser, app, { path, views, scripts: true })).toEqual([]);
}, 120_000);

test('the single file computes it from a disk without a network, and names what was changed', async () => {
  const answer = await fetch(`${originOf(app)}${path}.html`);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  const file = await answer.text();
  const context = await browser.newContext({ offline: true });
  try {
    const page = await context.newPage();
    const open = async (content: string) => {
      const place = join(tmpdir(), `recompute-${process.pid}.html`);
      writeFileSync(place, content);
      await page.goto(pathToFileURL(place).href);
      await page.locator('#result .notice').waitFor();
      return page.locator('#result').innerText();
    };
    expect(await open(file)).toMatch(/^全部[\d,]+处比对一致/);
    // One score of one judge, half a point more.
    const bent = file.replace(
      /("scores":\{"[A-Z0-9]+":)(\d+)/,
      (_, name: string, points: string) => {
        return name + String(Number(points) === 50 ? 100 : 50);
      },
    );
    expect(bent).not.toBe(file);
    const text = await open(bent);
    expect(text).toMatch(/^[\d,]+处比对中有[\d,]+处不一致/);
    expect(text).toMatch(/席位 \d/);
  } finally {
    await closeContext(context);
  }
}, 60_000);
