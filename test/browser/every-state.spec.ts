import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { closeContext, launchBrowser } from '../support/browser.js';
import { FinishedHtml } from '../support/finished-html.js';
import { contextOf, lookAt } from '../support/page-look.js';
import { sightings } from '../support/sights.js';
import { TestApp } from '../support/test-app.js';

jest.setTimeout(900_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const html = new FinishedHtml();
afterAll(() => html.remove());

describe('in states that the demo city does not hold', () => {
  // Where making one throws, nobody else knows of its application.
  afterEach(() => TestApp.stopAll());

  test.each(sightings)('%s', async (title, make) => {
    const { app, sights } = await make();
    const complaints: string[] = [];
    for (const [at, { visitor, path, act }] of sights.entries()) {
      const context = await contextOf(browser, app, visitor);
      const page = await context.newPage();
      complaints.push(...(await lookAt(page, path, `${title} ${at}`, act)));
      await closeContext(context);
      if (!act) html.keep(`${title} ${at}`, (await visitor.get(path)).html);
    }
    expect(complaints).toEqual([]);
  });
});

(html.canBeChecked ? test : test.skip)('the HTML of all of them is valid', async () => {
  expect(html.count).toBeGreaterThan(0);
  expect(await html.faults()).toEqual([]);
});
