import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { closeContext } from './browser.js';
import type { TestApp } from './test-app.js';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

export interface View {
  readonly width: number;
  readonly colorScheme?: 'light' | 'dark';
}

export interface Inspection {
  readonly path: string;
  /** Taken one after the other of the page as it was loaded in the first; without scripts only that one. */
  readonly views: readonly [View, ...View[]];
  readonly scripts: boolean;
  /** Cookies of somebody who is signed in. */
  readonly cookies?: Parameters<BrowserContext['addCookies']>[0];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const heights: Readonly<Record<number, number>> = { 360: 780, 1280: 900 };
const mostBytes = 60 * 1024;

/**
 * Opens one page as one kind of visitor; @returns everything that is wrong with it: an error on the
 * console (a blocked script or style included), sideways scrolling, weight, requests, accessibility.
 */
export async function inspectPage(
  browser: Browser,
  app: TestApp,
  { path, views, scripts, cookies = [] }: Inspection,
): Promise<string[]> {
  const context = await browser.newContext({
    viewport: sizeOf(views[0]),
    javaScriptEnabled: scripts,
    colorScheme: views[0].colorScheme ?? 'light',
    serviceWorkers: 'block',
    // A colour on its way to another is neither of the two.
    reducedMotion: 'reduce',
  });
  await context.addCookies([...cookies]);
  const page = await context.newPage();
  const complaints = listen(page);
  const loaded = weigh(page);
  const settled = quiet(page);
  const answer = await page.goto(`${originOf(app)}${path}`);
  await settled();
  if (answer?.status() !== 200) complaints.push(`status ${answer?.status()}`);
  complaints.push(...(await loaded()));
  for (const view of scripts ? views : []) {
    const { width, colorScheme = 'light' } = view;
    await page.setViewportSize(sizeOf(view));
    await page.emulateMedia({ colorScheme });
    const found = [
      ...(await sideways(page)),
      ...(await badlyLaidOut(page, width)),
      ...(await violations(page)),
    ];
    complaints.push(...found.map((complaint) => `${width} ${colorScheme}: ${complaint}`));
  }
  await closeContext(context);
  return complaints.map((complaint) => `${path} scripts ${scripts ? 'on' : 'off'} ${complaint}`);
}

function sizeOf({ width }: View) {
  return { width, height: heights[width] ?? 900 };
}

export async function sideways(page: Page): Promise<string[]> {
  const excess = 'document.documentElement.scrollWidth - window.innerWidth';
  const pixels = Number(await page.evaluate(excess));
  return pixels > 0 ? [`${pixels} px too wide`] : [];
}

/** The page scrolls, never a box in it, and what stands above it is low enough to leave it room. */
export async function badlyLaidOut(page: Page, width: number): Promise<string[]> {
  const inner = await page.evaluate<string[]>(`[...document.querySelectorAll('main *')]
    .filter((one) => one.tagName !== 'TEXTAREA' && one.scrollHeight > one.clientHeight + 1
      && /auto|scroll/.test(getComputedStyle(one).overflowY))
    .map((one) => one.className)`);
  const masthead = await page.evaluate<number>(
    `document.querySelector('.masthead')?.getBoundingClientRect().height ?? 0`,
  );
  const english = (await page.getAttribute('html', 'lang')) === 'en';
  const oneLine = english ? 1600 : 1280;
  const most = width < 768 ? 48 : width < oneLine ? 88 : 56;
  return [
    ...inner.map((name) => `${name} scrolls in itself`),
    ...(masthead > most ? [`masthead of ${masthead} px`] : []),
  ];
}

export function originOf(app: TestApp): string {
  return `http://127.0.0.1:${(app.app.getHttpServer().address() as AddressInfo).port}`;
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  return complaints;
}

/** Nothing is on its way and nothing more sets out; Playwright's `networkidle` waits half a second to say so. */
function quiet(page: Page): () => Promise<void> {
  const underway = new Set<Request>();
  const done = (request: Request) => underway.delete(request);
  page.on('request', (request) => underway.add(request));
  page.on('requestfinished', done).on('requestfailed', done);
  return async () => {
    do await setTimeout(60);
    while (underway.size > 0);
  };
}

/** One style sheet, at most one script, and 60 KB for everything together, as the phone receives it. */
function weigh(page: Page): () => Promise<string[]> {
  const answers: { kind: string; bytes: Promise<number> }[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    const bytes = response
      .request()
      .sizes()
      .then(({ responseBodySize }) => responseBodySize)
      .catch(() => 0);
    answers.push({ kind, bytes });
  });
  return async () => {
    const sizes = await Promise.all(answers.map(({ bytes }) => bytes));
    const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
    const of = (kind: string) => answers.filter((answer) => answer.kind === kind).length;
    return [
      ...(total > mostBytes || total === 0 ? [`${total} bytes`] : []),
      ...(of('stylesheet') !== 1 ? [`${of('stylesheet')} style sheets`] : []),
      ...(of('script') > 1 ? [`${of('script')} scripts`] : []),
    ];
  };
}

/**
 * Controls that a pointer does not reach: at the middle of each the page has to answer with the control
 * itself, a part of it, or its label.
 */
export async function covered(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
    return [...document.querySelectorAll(controls)].flatMap((control) => {
      if (control.closest('.visually-hidden, .skip-link') || control.disabled) return [];
      for (let one = control; one; one = one.parentElement) {
        if (getComputedStyle(one).clipPath === 'inset(50%)') return [];
      }
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
      control.scrollIntoView({ block: 'center', inline: 'center' });
      const box = [...control.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
      if (!box) return [];
      const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const reaches = [control, ...(control.labels ?? [])].some((one) => one.contains(found) || found?.contains(one) && found.closest('label'));
      return reaches ? [] : ['covered by ' + found?.outerHTML.slice(0, 80) + ': ' + control.outerHTML.slice(0, 120)];
    });
  })()`);
}

export async function violations(page: Page): Promise<string[]> {
  // Reading it takes longer than a look with it, so a page that has it keeps it.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  const found = await page.evaluate<AxeResult>("axe.run({ resultTypes: ['violations'] })");
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
