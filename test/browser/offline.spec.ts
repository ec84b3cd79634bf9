import { mkdtemp } from 'node:fs/promises';
import { type Server, type Socket, connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BrowserContext, type Page, chromium } from 'playwright-core';
import { browserPath } from '../support/browser.js';
import { JudgedRound, halfPoints } from '../support/judged-round.js';
import { originOf } from '../support/inspect-page.js';
import { password } from '../support/people.js';
import { TestApp } from '../support/test-app.js';

/** A wire to the server that can be cut: neither page nor worker reaches anything then. */
class Wire {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private port = 0;

  constructor(private readonly to: number) {}

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async on(): Promise<void> {
    this.server = createServer((here) => {
      const there = connect(this.to, '127.0.0.1');
      for (const socket of [here, there]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
      }
      here.pipe(there).pipe(here);
    });
    const server = this.server.listen(this.port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  async off(): Promise<void> {
    const { server } = this;
    for (const socket of this.sockets) socket.destroy();
    if (server) await new Promise((resolve) => server.close(resolve));
    this.server = null;
  }
}

let app: TestApp;
let round: JudgedRound;
let wire: Wire;
let folder: string;
let context: BrowserContext | null = null;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
  wire = new Wire(Number(new URL(originOf(app)).port));
  await wire.on();
  folder = await mkdtemp(join(tmpdir(), 'offline-'));
}, 120_000);
afterAll(async () => {
  await context?.close();
  await wire.off();
  await app.stop();
});

/** The same person's browser, with all that it kept. */
async function openBrowser(): Promise<Page> {
  context = await chromium.launchPersistentContext(folder, {
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
    viewport: { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${wire.origin}/sign-in`);
  await page.fill('[name=mobile]', round.judges[0]!.mobile);
  await page.fill('[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL('**/judging');
}

const [one, other] = Object.keys(halfPoints) as [string, string];
const chosen = (page: Page, code: string) =>
  page.locator(`[name="score-${code}"]:checked`).getAttribute('value');

test('scores typed without a network survive the browser, meet a change, and go with the sign-out', async () => {
  const first = await round.sheet(1, 0);
  const second = await round.sheet(1, 1);
  let page = await openBrowser();
  await signIn(page);
  await page.goto(`${wire.origin}/judging/offline`);
  await page.click('[data-offline-prepare] button');
  await page.waitForSelector('text=现在可以断网使用');

  await wire.off();
  await page.goto(`${wire.origin}/judging/sheets/${first.id}`);
  await page.keyboard.press('2');
  await page.keyboard.press('2');
  await page.waitForSelector('text=已存在本机，联网后自动送回');
  const typed = [await chosen(page, one), await chosen(page, other)];
  expect(typed.every(Boolean)).toBe(true);
  await context!.close();

  page = await openBrowser();
  await page.goto(`${wire.origin}/judging/sheets/${first.id}`);
  await page.waitForSelector(`[name="score-${one}"]:checked`, { state: 'attached' });
  expect([await chosen(page, one), await chosen(page, other)]).toEqual(typed);
  await page.goto(`${wire.origin}/judging/sheets/${second.id}`);
  await page.keyboard.press('1');
  await page.waitForSelector('text=已存在本机，联网后自动送回');

  await round.save(first, { [one]: 0 });
  await wire.on();
  await signIn(page);
  await page.waitForSelector('text=已送回1份离线评分');
  await page.waitForSelector('text=请打开选择');
  expect(Object.keys((await round.sheet(1, 1)).scores)).toEqual([one]);
  // What nobody else changed is saved already; the rest waits for its judge.
  expect((await round.sheet(1, 0)).scores).toEqual({ [one]: 0, [other]: Number(typed[1]) });
  await page.goto(`${wire.origin}/judging/sheets/${first.id}`);
  await page.click('[data-keep=mine]');
  await page.waitForSelector('text=/已于.*自动保存/');
  expect((await round.sheet(1, 0)).scores).toEqual({
    [one]: Number(typed[0]),
    [other]: Number(typed[1]),
  });

  await page.click('.menu-account summary');
  await page.click('.menu-account form[action="/sign-out"] button');
  await page.waitForSelector('text=已退出');
  const left = await page.evaluate(`Promise.all([
    caches.keys(),
    indexedDB.databases().then((all) => all.map(({ name }) => name)),
    navigator.serviceWorker.getRegistrations().then((all) => all.map(({ scope }) => scope)),
  ])`);
  expect(left).toEqual([[], [], []]);
}, 120_000);
