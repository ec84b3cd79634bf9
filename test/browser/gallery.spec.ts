import { mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startGallery } from '../support/gallery-server.js';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

const ROOT = join(import.meta.dirname, '../..');
const PICTURES = process.env.GALLERY_PICTURES;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = ['index', 'official-sheet', 'certificate'];

describe('the component gallery', () => {
  let browser: Browser;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    ({ origin, server } = await startGallery(ROOT));
    browser = await launchBrowser();
    if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  const looks = [
    { width: 360, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const;

  test.each(['zh-CN', 'en'])(
    'in %s has no accessibility violation, script error or sideways scroll',
    async (lang) => {
      const complaints: string[] = [];
      for (const view of VIEWS) {
        const page = await browser.newPage();
        for (const { width, colorScheme } of looks) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 900 });
          complaints.push(...(await open(page, `${origin}/${lang}/${view}`)));
          expect(await sidewaysScroll(page)).toBe(0);
          if (PICTURES)
            await takePictures(page, join(PICTURES, `${view}.${lang}.${colorScheme}.${width}`));
          complaints.push(...(await violations(page)));
        }
        await page.close();
      }
      expect(complaints).toEqual([]);
    },
    60_000,
  );
});

/** Goes to the page and returns what the browser complained about; the tools of the test come later. */
async function open(page: Page, address: string): Promise<string[]> {
  const complaints: string[] = [];
  const listen = (line: ConsoleMessage): void => {
    if (line.type() === 'error') complaints.push(line.text());
  };
  page.on('console', listen);
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address, { waitUntil: 'networkidle' });
  page.off('console', listen);
  return complaints;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const result = await page.evaluate<AxeResult>("axe.run({ resultTypes: ['violations'] })");
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Pixels by which the page is wider than the window, at 320 px, with text twice as large, and as it is. */
async function sidewaysScroll(page: Page): Promise<number> {
  const excess = 'document.documentElement.scrollWidth - window.innerWidth';
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const asItIs = Number(await page.evaluate(excess));
  await page.setViewportSize({ width: 320, height: 640 });
  const narrow = Number(await page.evaluate(excess));
  await page.setViewportSize({ width: 640, height: 900 });
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  const large = Number(await page.evaluate(excess));
  await page.evaluate("document.documentElement.style.fontSize = ''");
  await page.setViewportSize(size);
  return Math.max(asItIs, narrow, large);
}

async function takePictures(page: Page, path: string): Promise<void> {
  await page.screenshot({ path: `${path}.png`, fullPage: true });
  await page.pdf({ path: `${path}.pdf`, preferCSSPageSize: true });
}
