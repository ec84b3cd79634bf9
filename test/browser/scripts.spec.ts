import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startGallery } from '../support/gallery-server.js';

const ROOT = join(import.meta.dirname, '../..');

describe('the scripts of a page', () => {
  let browser: Browser;
  let server: Server;
  let page: Page;
  let posted: URLSearchParams[];

  beforeAll(async () => {
    let origin = '';
    ({ origin, server } = await startGallery(ROOT));
    browser = await launchBrowser();
    page = await browser.newPage({ baseURL: origin });
  });

  beforeEach(async () => {
    posted = [];
    await page.unrouteAll();
    await page.goto('/zh-CN/index');
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  async function answer(status: number, body: object): Promise<void> {
    await page.route('**/gallery', async (route: Route) => {
      posted.push(new URLSearchParams(route.request().postData() ?? ''));
      await route.fulfill({ status, json: body });
    });
  }

  test('a pause in typing saves the form and says when', async () => {
    await answer(200, { time: '14:32', version: 3 });
    await page.fill('[name=opinion]', '同意推荐');
    await page.waitForSelector('text=已于 14:32 自动保存');
    expect(
      posted.map((form) => [form.get('_csrf'), form.get('opinion'), form.has('licence')]),
    ).toEqual([['sample-token', '同意推荐', false]]);
  });

  test('a field that cannot be taken is named and stays as typed, and nothing is called saved', async () => {
    await answer(200, { time: '14:32', version: 3, unread: ['opinion'] });
    await page.fill('[name=opinion]', '同意推荐');
    const status = page.locator('[data-autosave-status]');
    await page.waitForSelector('text=这些内容还不能保存');
    expect(await status.textContent()).not.toContain('已于');
    expect(await page.inputValue('[name=opinion]')).toBe('同意推荐');
    expect(await page.getAttribute('[name=opinion]', 'aria-invalid')).toBe('true');
  });

  test('a change made elsewhere is announced with a link to the merge page', async () => {
    await answer(409, { mergeUrl: '/merge/7' });
    await page.fill('[name=opinion]', '同意推荐');
    const link = page.locator('[data-autosave-conflict] a');
    await link.waitFor({ state: 'visible' });
    expect(await link.getAttribute('href')).toBe('/merge/7');
  });

  test('a save that fails says that the input is still there', async () => {
    await answer(503, {});
    await page.fill('[name=opinion]', '同意推荐');
    await page.waitForSelector('text=未能保存');
    expect(await page.inputValue('[name=opinion]')).toBe('同意推荐');
  });

  test('the countdown runs by the clock of the server', async () => {
    expect(await page.textContent('[data-countdown]')).toBe('还有 5 天 7 小时');
  });

  test('the error summary takes the focus', async () => {
    expect(await page.evaluate("document.activeElement.matches('[data-error-summary]')")).toBe(
      true,
    );
  });

  test('leaving with unsaved input is asked about', async () => {
    await answer(503, {});
    await page.locator('[name=opinion]').pressSequentially('同意');
    const asked = page.waitForEvent('dialog');
    const leaving = page.goto('/en/index');
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await leaving;
  });
});
