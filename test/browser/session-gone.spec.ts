import { randomBytes } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { type Applicant, makeApplicant, openWindow, startDraft } from '../support/applicant.js';
import { closeContext, launchBrowser } from '../support/browser.js';
import { originOf } from '../support/inspect-page.js';
import { password } from '../support/people.js';
import { smallPdf } from '../support/small-files.js';
import type { TestApp } from '../support/test-app.js';

let app: TestApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let own: Applicant;
let path: string;
beforeAll(async () => {
  const open = await openWindow();
  ({ app } = open);
  own = await makeApplicant(app);
  path = await startDraft(own, open.programme);
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});
beforeEach(async () => {
  context = await browser.newContext({
    baseURL: originOf(app),
    viewport: { width: 360, height: 740 },
  });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await signIn(page, own.mobile);
});
afterEach(() => closeContext(context));

async function signIn(tab: Page, mobile: string): Promise<void> {
  await tab.goto('/sign-in');
  await tab.fill('[name=mobile]', mobile);
  await tab.fill('[name=password]', password);
  await tab.click('main button[type=submit]');
  await tab.waitForURL('**/my**');
}

const endSessions = () => app.database.execute('DELETE FROM session', []);

async function signInOnTheSpot(mobile = own.mobile): Promise<void> {
  await page.fill('dialog [name=mobile]', mobile);
  await page.fill('dialog [name=password]', password);
  await page.click('dialog button[type=submit]');
}

async function marks(): Promise<string | undefined> {
  const row = await app.database.row<{ claimed: string }>(
    "SELECT claimed FROM figure WHERE key = 'registeredMarks' AND application_id = ?",
    [path.split('/').at(-1)!],
  );
  return row?.claimed;
}

const within = (box: { y: number; height: number } | null) =>
  box !== null && box.y >= 0 && box.y + box.height <= 740;

describe('a session that is gone while somebody types', () => {
  test('asks for the sign-in on the spot, and saves after it', async () => {
    await page.goto(`${path}/figures`);
    await endSessions();
    await page.fill('[name=registeredMarks]', '7');
    const dialog = page.locator('dialog');
    await dialog.waitFor();
    expect(within(await dialog.boundingBox())).toBe(true);
    await page.fill('dialog [name=mobile]', own.mobile);
    await page.fill('dialog [name=password]', 'falsch');
    await page.click('dialog button[type=submit]');
    await page.waitForSelector('dialog >> text=手机号或密码不正确');
    await signInOnTheSpot();
    await page.waitForSelector('text=/已于.*自动保存/');
    expect(await page.inputValue('[name=registeredMarks]')).toBe('7');
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await marks()).toBe('7');
  });

  test('goes on by itself when another tab signs in', async () => {
    await page.goto(`${path}/figures`);
    await endSessions();
    await page.fill('[name=registeredMarks]', '8');
    await page.locator('dialog').waitFor();
    const tab = await context.newPage();
    await signIn(tab, own.mobile);
    await tab.close();
    await page.bringToFront();
    await page.evaluate("window.dispatchEvent(new Event('focus'))");
    await page.waitForSelector('text=/已于.*自动保存/');
    expect(await marks()).toBe('8');
  });

  test('leaves what is typed where it is when the sign-in is put off, and says so in view', async () => {
    await page.goto(`${path}/figures`);
    await endSessions();
    await page.fill('[name=registeredMarks]', '9');
    await page.click('dialog button[type=button]');
    const status = page.locator('[data-autosave-status]');
    await page.waitForSelector('text=登录已失效，内容还没有保存');
    await page.evaluate('window.scrollTo(0, 0)');
    expect(within(await status.boundingBox())).toBe(true);
    expect(await page.inputValue('[name=registeredMarks]')).toBe('9');
    expect(await marks()).toBe('8');
    await page.click('main form[data-autosave] button[type=submit] >> nth=-1');
    await page.locator('dialog').waitFor();
    await signInOnTheSpot();
    await page.waitForURL('**/figures');
    await page.waitForSelector('text=已保存');
    expect(await marks()).toBe('9');
  });

  test('saves nothing as somebody else who signs in there', async () => {
    const other = await makeApplicant(app);
    await page.goto('/my/merchant');
    await endSessions();
    await page.fill('[name=registeredAddress]', '江畔路9号');
    await page.click('main form[action="/my/merchant"] button[type=submit] >> nth=-1');
    await page.locator('dialog').waitFor();
    await signInOnTheSpot(other.mobile);
    await page.waitForSelector('dialog >> text=另一位用户');
    await signInOnTheSpot();
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.waitForLoadState();
    const row = await app.database.row<{ address: string }>(
      'SELECT registered_address AS address FROM merchant WHERE id = ?',
      [other.merchantId],
    );
    expect(row?.address).not.toBe('江畔路9号');
  });

  test('keeps chosen files: they are sent after the sign-in', async () => {
    await page.goto(`${path}/evidence`);
    await page.selectOption('[name=indicator]', 'G15');
    await page.setInputFiles('[name=file]', {
      name: '后台.pdf',
      mimeType: 'application/pdf',
      buffer: smallPdf,
    });
    await endSessions();
    await page.click('main form[enctype] button[type=submit]');
    await page.locator('dialog').waitFor();
    await signInOnTheSpot();
    await page.waitForSelector('main a:has-text("后台.pdf")');
  });
});

describe('chosen files', () => {
  const photo = async (width: number, height: number) =>
    sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 95 })
      .withMetadata({ orientation: 6 })
      .toBuffer();

  async function choose(name: string, mimeType: string, buffer: Buffer): Promise<void> {
    await page.goto(`${path}/evidence`);
    await page.selectOption('[name=indicator]', 'G16').catch(() => undefined);
    await page.setInputFiles('[name=file]', { name, mimeType, buffer });
  }

  test('a large photo is made smaller before it is sent, upright', async () => {
    await choose('后台截图.jpg', 'image/jpeg', await photo(3000, 1500));
    await page.waitForSelector('text=照片已缩小');
    await page.selectOption('[name=indicator]', 'G15');
    await page.click('main form[enctype] button[type=submit]');
    await page.waitForSelector('main a:has-text("后台截图.jpg")');
    const href = await page.locator('a:has-text("后台截图.jpg")').first().getAttribute('href');
    const sent = await (await context.request.get(href!)).body();
    const { width, height, exif } = await sharp(sent).metadata();
    expect([width, height, exif]).toEqual([1280, 2560, undefined]);
  });

  test.each([
    ['大.pdf', 'application/pdf', Buffer.alloc(11 * 1_048_576), '超过10兆'],
    ['IMG_1.HEIC', 'image/heic', Buffer.alloc(1000), '兼容性最佳'],
  ])('%s is named before anything is sent', async (name, type, content, sentence) => {
    await choose(name, type, content);
    await page.waitForSelector(`text=${sentence}`);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.method()));
    await page.click('main form[enctype] button[type=submit]');
    await page.waitForTimeout(300);
    expect(sent).toEqual([]);
  });
});
