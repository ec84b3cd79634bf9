import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { cookieNames } from '../../src/web/sessions/cookies.js';
import { badlyLaidOut, covered, originOf, sideways, violations } from './inspect-page.js';
import type { TestApp } from './test-app.js';
import type { Visitor } from './visitor.js';

/** A phone, a tablet and a desk. */
const widths = [360, 820, 1280];
/** Tables of figures have more columns than a narrow tablet has room for. */
const tableWidths = [360, 700, 780, 820, 1280];
const smallestText = 12;
/** In both colours, with axe, and in English: before a release, and where pictures are wanted. */
const thorough = Boolean(process.env.CI_WHOLE_SUITE || process.env.BIAOGAN_PICTURES);

/** The browser of somebody who signed in elsewhere. */
export async function contextOf(
  browser: Browser,
  app: TestApp,
  visitor: Visitor | null,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: originOf(app),
    serviceWorkers: 'block',
    // A colour on its way to another is neither of the two.
    reducedMotion: 'reduce',
  });
  if (visitor) await context.addCookies(cookiesOf(visitor));
  return context;
}

/** What the browser of a visitor holds, for a browser of another kind. */
export function cookiesOf(visitor: Visitor) {
  return Object.values(cookieNames)
    .map((name) => visitor.cookie(name).split('='))
    .filter(([, value]) => value)
    .map(([name, value]) => ({ name: name!, value: value!, domain: '127.0.0.1', path: '/' }));
}

/**
 * Opens a page once and looks at it at every width, and with CI_WHOLE_SUITE in the dark and in English;
 * @returns what a machine can find fault with. With BIAOGAN_PICTURES=<folder> it leaves a picture of each view there.
 */
export async function lookAt(
  page: Page,
  path: string,
  name: string,
  act?: (page: Page) => Promise<void>,
): Promise<string[]> {
  const complaints: string[] = [];
  const told = (view: string, found: readonly string[]) =>
    complaints.push(...found.map((one) => `${name} ${path} ${view}: ${one}`));
  const heard = (error: Error) => told('', [String(error)]);
  page.on('pageerror', heard);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 780 });
  const answer = await page.goto(path);
  if (answer?.status() !== 200) told('', [`status ${answer?.status()}`]);
  await act?.(page);
  for (const width of /census|roll-up/.test(path) ? tableWidths : widths) {
    await page.setViewportSize({ width, height: width === 360 ? 780 : 900 });
    told(String(width), await atThisWidth(page, width));
    await picture(page, name, String(width));
    if (width === 360 || width === 1280) told(String(width), await covered(page));
  }
  if (!thorough) {
    page.off('pageerror', heard);
    return complaints;
  }
  told('light', await violations(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  told('dark', await violations(page));
  await page.setViewportSize({ width: 360, height: 780 });
  await picture(page, name, '360-dark');
  page.off('pageerror', heard);
  // What answers a form has no address of its own to read again.
  if (act) return complaints;
  const english = `${path}${path.includes('?') ? '&' : '?'}lang=en`;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(english);
  told('360 English', await atThisWidth(page, 360));
  await picture(page, name, '360-en');
  await page.setViewportSize({ width: 1280, height: 900 });
  told('1280 English', await atThisWidth(page, 1280));
  await picture(page, name, '1280-en');
  await page.context().clearCookies({ name: 'lang' });
  return complaints;
}

async function atThisWidth(page: Page, width: number): Promise<string[]> {
  return [
    ...(await sideways(page)),
    ...(width < 1280 ? await movingBoxes(page) : []),
    ...(await badlyLaidOut(page, width)),
    ...(await smallChartText(page)),
    ...(await doubledHeadings(page)),
    ...(await lostWay(page)),
    ...(await bareSummaries(page)),
  ];
}

/** Boxes that move sideways on their own. A grid of people by tests or marks may: there is no other order to it. */
function movingBoxes(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('main *')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
      && /auto|scroll/.test(getComputedStyle(one).overflowX)
      && one.tagName !== 'TEXTAREA' && one.tagName !== 'INPUT' && !one.querySelector('.table-grid'))
    .map((one) => 'moves sideways: ' + one.outerHTML.slice(0, 120))`);
}

/** Words in drawings, as large as they are drawn. */
function smallChartText(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('main svg text')]
    .filter((one) => one.checkVisibility())
    .flatMap((one) => {
      const drawn = parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a;
      return drawn < ${smallestText - 0.1} ? ['text of ' + drawn.toFixed(1) + ' px: ' + one.textContent.trim()] : [];
    })`);
}

/** What folds has the mark of this program, not the browser's own triangle. */
function bareSummaries(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('main summary')]
    .filter((one) => one.checkVisibility() && getComputedStyle(one).display === 'list-item'
      && getComputedStyle(one).listStyleType !== 'none')
    .map((one) => 'bare triangle: ' + one.textContent.trim())`);
}

/** A caption that says once more what the heading above it says. */
function doubledHeadings(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('main caption')]
    .filter((one) => one.checkVisibility() && getComputedStyle(one).clipPath === 'none')
    .flatMap((one) => {
      const above = [...document.querySelectorAll('main :is(h1, h2, h3)')]
        .filter((other) => other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
      const text = one.textContent.trim();
      return above?.textContent.trim() === text ? ['said twice: ' + text] : [];
    })`);
}

/** A page below a room says which room it belongs to. */
function lostWay(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`document.querySelector('.masthead, .breadcrumbs, .print-tools')
    && !document.querySelector('.breadcrumbs, .print-tools')
    && document.querySelector('.site-nav a[aria-current]')?.getAttribute('href') !== location.pathname
    && /^[/](office|division|judging|supervision|admin|my)[/]/.test(location.pathname) ? ['no way back'] : []`);
}

async function picture(page: Page, name: string, view: string): Promise<void> {
  const folder = process.env.BIAOGAN_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const height = await page.evaluate<number>(
    '(scrollTo(0, 0), document.documentElement.scrollHeight)',
  );
  const { width } = page.viewportSize()!;
  const file = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  await page.screenshot({
    path: join(folder, `${file}.${view}.png`),
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, 4000) },
  });
}
