import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { closeContext, launchBrowser } from '../support/browser.js';
import { demoAccount, startDemo } from '../support/demo-people.js';
import { originOf } from '../support/inspect-page.js';
import type { TestApp } from '../support/test-app.js';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  app = await startDemo();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** A judge's first sheets that nobody has begun, opened at this width. */
async function atSheet(
  at: number,
  width = 1280,
  javaScriptEnabled = true,
  indicators = 0,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled,
  });
  const page = await context.newPage();
  await page.goto(`${originOf(app)}/sign-in`);
  await page.click(`button[name=accountId][value="${await demoAccount(app, 'Judge')}"]`);
  await page.waitForLoadState();
  const judge = await demoAccount(app, 'Judge');
  const sheets = await app.database.rows<{ id: string }>(
    `SELECT id FROM score_sheet WHERE account_id = ? AND state = 'Open' AND scores = '{}'
     ORDER BY round_id, position`,
    [judge],
  );
  for (const { id } of sheets.slice(at)) {
    await page.goto(`${originOf(app)}/judging/sheets/${id}`);
    const count = await page.locator('[data-score-step]').count();
    if (!indicators || count === indicators) return page;
  }
  throw new Error(`No open sheet has ${indicators} indicators`);
}

const scored = (page: Page) => page.locator('[data-score-step] input[type=radio]:checked').count();
const opened = (page: Page) =>
  page.locator('[data-score-step][open]').evaluateAll((all) => all.map(({ id }) => id));

describe('a sheet by the keyboard', () => {
  test('takes six keys for five indicators and the next sheet', async () => {
    const steps = 5;
    const page = await atSheet(0, 1280, true, steps);
    expect(await page.locator('[data-score-step]').count()).toBe(steps);
    const began = page.url();
    for (let key = 0; key < steps; key += 1) await page.keyboard.press('2');
    expect(await scored(page)).toBe(steps);
    await Promise.all([page.waitForURL((url) => url.href !== began), page.keyboard.press('Enter')]);
    expect(page.url()).toMatch(/\/judging\/sheets\/\w+$/);
    await page.goto(began);
    expect(await scored(page)).toBe(steps);
    await page.context().close();
  }, 60_000);

  test('asks for the comment that a score needs where it is missing, and goes on after it', async () => {
    const page = await atSheet(1);
    const [first] = await opened(page);
    await page.keyboard.press('5');
    const field = page.locator(`#${first} textarea`);
    expect(await page.locator(`#${first} textarea:focus`).count()).toBe(1);
    expect(await field.isEditable()).toBe(true);
    expect(await page.locator(`#${first} .comment-needed`).isVisible()).toBe(true);
    expect(await page.locator(`#${first} [data-step-state]`).getAttribute('data-step-state')).toBe(
      'commentMissing',
    );
    // A digit typed into a comment stays a digit.
    await page.keyboard.type('没有看到任何佐证材料，3项都无法给分。');
    expect(await scored(page)).toBe(1);
    await page.keyboard.press('Escape');
    expect(await opened(page)).not.toEqual([first]);
    expect(await page.locator(`#${first} [data-step-state]`).getAttribute('data-step-state')).toBe(
      'done',
    );
    await page.context().close();
  }, 60_000);

  test('moves what was scored last by half a point, clears and undoes', async () => {
    const page = await atSheet(2);
    const [first] = await opened(page);
    const points = () => page.locator(`#${first} [data-step-points]`).textContent();
    await page.keyboard.press('2');
    const band = Number(await points());
    await page.keyboard.press('-');
    expect(Number(await points())).toBe(band - 0.5);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    expect(Number(await points())).toBe(band + 0.5);
    await page.keyboard.press('ArrowLeft');
    expect(await opened(page)).toEqual([first]);
    await page.keyboard.press('Backspace');
    expect(await points()).toBe('');
    await page.keyboard.press('u');
    expect(Number(await points())).toBe(band + 0.5);
    await page.keyboard.press('?');
    expect(await page.locator('[data-keys]').evaluate((one) => one.hasAttribute('open'))).toBe(
      true,
    );
    await page.context().close();
  }, 60_000);
});

test('opens one indicator at a time, by its line and by its mark in the bar, on a phone too', async () => {
  const page = await atSheet(3, 390);
  expect(await opened(page)).toHaveLength(1);
  const chips = page.locator('[data-step-chip]');
  await chips.nth(2).click();
  expect(await opened(page)).toEqual([
    await page.locator('[data-score-step]').nth(2).getAttribute('id'),
  ]);
  await page.locator('[data-score-step] > summary').nth(1).click();
  expect(await opened(page)).toHaveLength(1);
  await page.context().close();
}, 60_000);

test('shows a picture beside the scale, larger and turned, and keeps it so', async () => {
  const page = await atSheet(5);
  const step = page.locator('[data-score-step]').first();
  const indicator = await step.getAttribute('data-score-step');
  // The demo city has pictures for figures only, which nobody scores by hand.
  await app.database.execute(
    `UPDATE evidence_link SET indicator = ?, application_id =
       (SELECT application_id FROM score_sheet WHERE id = ?)
     WHERE document_id = (SELECT id FROM document WHERE content_type = 'image/png' ORDER BY id LIMIT 1)`,
    [indicator, page.url().split('/').at(-1) ?? ''],
  );
  await page.reload();
  const link = step.locator('[data-file=picture]');
  if (!(await link.isVisible())) await step.locator('> summary').click();
  await link.click();
  const picture = step.locator('.file-view-picture-frame:not([hidden]) img');
  await picture.waitFor();
  // It has a place before it has arrived; `decode` waits for it and refuses what is no picture.
  await picture.evaluate((one) => (one as unknown as { decode(): Promise<void> }).decode());
  const before = (await picture.boundingBox())!.width;
  await step.locator('[data-file-act=larger]').click();
  expect((await picture.boundingBox())!.width).toBeCloseTo(before * 1.5, 0);
  await step.locator('[data-file-act=turn]').click();
  expect(await picture.evaluate((one) => one.parentElement!.dataset.turned)).toBe('90');
  await step.locator('[data-file-act=close]').click();
  expect(await picture.isVisible()).toBe(false);
  await link.click();
  expect(await picture.evaluate((one) => one.parentElement!.dataset.zoom)).toBe('1.5');
  await page.context().close();
}, 60_000);

test('shows the own other scores where their link stands', async () => {
  const page = await atSheet(6);
  const [first] = await opened(page);
  const step = page.locator(`#${first}`);
  await step.locator('[data-own]').click();
  await step.locator('.own-scale').waitFor();
  expect(await step.locator('[data-own]').count()).toBe(0);
  expect(page.url()).toMatch(/\/judging\/sheets\/\w+$/);
  await page.context().close();
}, 60_000);

test('is scored and cleared without scripts', async () => {
  const page = await atSheet(4, 1280, false);
  const [first] = await opened(page);
  await page.locator(`#${first} .band > label`).nth(1).click();
  await page.locator('#save button[value=stay]').click();
  expect(await scored(page)).toBe(1);
  await page.locator(`#${first} > summary`).click();
  await page.locator(`#${first} [data-clear]`).click();
  expect(await scored(page)).toBe(0);
  await page.context().close();
}, 60_000);

describe('two windows of one sheet', () => {
  const choose = (page: Page, step: number, band: number) =>
    page.locator('[data-score-step]').nth(step).locator('.band > label > input').nth(band);
  const points = (page: Page, step: number) =>
    page.locator('[data-score-step]').nth(step).locator('[data-step-points]').textContent();
  const saved = (page: Page) => page.waitForSelector('text=/已于.*自动保存/');
  const openStep = (page: Page, step: number) => page.locator('[data-step-chip]').nth(step).click();

  test('are merged, and the bar asks where both changed the same indicator', async () => {
    const first = await atSheet(7);
    const second = await first.context().newPage();
    await second.goto(first.url());
    await openStep(first, 0);
    await choose(first, 0, 1).check();
    await saved(first);
    // The other window still shows the sheet without it, and scores something else.
    await openStep(second, 1);
    await choose(second, 1, 2).check();
    await saved(second);
    expect(await points(second, 0)).toBe(await points(first, 0));
    // Now both change the second indicator.
    await openStep(first, 1);
    await choose(first, 1, 1).check();
    const asked = first.locator('[data-merge-choices] li');
    await asked.waitFor();
    expect(await asked.count()).toBe(1);
    expect(await first.locator('[data-autosave-status]').textContent()).toContain('请选择');
    const mine = await points(first, 1);
    await asked.locator('[data-keep=mine]').click();
    await saved(first);
    await second.reload();
    expect(await points(second, 1)).toBe(mine);
    expect(await first.locator('[data-merge-choices] li').count()).toBe(0);
    await first.context().close();
  }, 60_000);

  test('a page without a network keeps everything and sends it when there is one', async () => {
    const page = await atSheet(8);
    const url = page.url();
    await page.context().setOffline(true);
    await page.keyboard.press('2');
    await page.keyboard.press('f');
    await page.locator('#save button[value=stay]').click();
    await page.waitForSelector('text=/未能保存。内容仍保留在本页/');
    expect(page.url()).toBe(url);
    expect(await scored(page)).toBe(1);
    await page.context().setOffline(false);
    await saved(page);
    await page.reload();
    expect(await scored(page)).toBe(1);
    expect(await page.locator('[data-flag]').isChecked()).toBe(true);
    await page.context().close();
  }, 60_000);
});

test('flag and note are kept without scripts', async () => {
  const page = await atSheet(9, 390, false);
  await page.locator('[data-flag]').check();
  await page.locator('.own-note > summary').click();
  await page.fill('[name=note]', '回头对照产量证明');
  await page.locator('#save button[value=stay]').click();
  expect(await page.locator('[data-flag]').isChecked()).toBe(true);
  expect(await page.inputValue('[name=note]')).toBe('回头对照产量证明');
  await page.context().close();
}, 60_000);

test('on a phone evidence and scale are two tabs that keep their place', async () => {
  const page = await atSheet(10, 390);
  const step = page.locator('[data-score-step][open]');
  const [evidence, scale] = [step.locator('.score-evidence'), step.locator('.score-side')];
  const seen = async () => [await evidence.isVisible(), await scale.isVisible()];
  expect(await seen()).toEqual([false, true]);
  await page.evaluate('scrollTo(0, 300)');
  const at = await page.evaluate('scrollY');
  await page.click('[data-score-tabs] [data-tab=evidence]');
  expect(await seen()).toEqual([true, false]);
  expect(await step.locator('.score-evidence p').first().isVisible()).toBe(true);
  await page.click('[data-score-tabs] [data-tab=scale]');
  expect(await seen()).toEqual([false, true]);
  expect(await page.evaluate('scrollY')).toBe(at);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await seen()).toEqual([true, true]);
  await page.context().close();
  const plain = await atSheet(10, 390, false);
  expect(await plain.locator('[data-score-tabs]').isVisible()).toBe(false);
  expect(await plain.locator('[data-score-step][open] .score-evidence').isVisible()).toBe(true);
  await plain.context().close();
}, 60_000);

test('a declaration is kept as it is answered, and a ground takes “none” back', async () => {
  const judge = await demoAccount(app, 'Judge');
  const seat = await app.database.row<{ id: string; programmeId: string }>(
    `SELECT s.id, s.programme_id FROM seat s JOIN expert e ON e.id = s.expert_id
     JOIN score_sheet sh ON sh.seat_id = s.id JOIN round r ON r.id = sh.round_id
     WHERE e.account_id = ? AND r.state = 'Open' ORDER BY s.id LIMIT 1`,
    [judge],
  );
  await app.database.execute('UPDATE seat SET declared_at = NULL WHERE id = ?', [seat!.id]);
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${originOf(app)}/sign-in`);
  await page.click(`button[name=accountId][value="${judge}"]`);
  await page.waitForLoadState();
  await page.goto(`${originOf(app)}/judging/seats/${seat!.id}/declaration`);
  const row = page.locator('[data-applicant]').first();
  const reason = row.locator('textarea');
  await row.locator('[data-none]').check();
  await row.locator('input[value="7"]').check();
  expect(await row.locator('[data-none]').isChecked()).toBe(false);
  expect(await reason.isVisible()).toBe(true);
  await reason.fill('同校校友');
  await page.waitForSelector('text=/已于.*自动保存/');
  expect(await page.locator('[data-answered]').textContent()).toMatch(/^已回答 1\//);
  await page.reload();
  expect(await row.locator('input[value="7"]').isChecked()).toBe(true);
  expect(await reason.inputValue()).toBe('同校校友');
  await closeContext(context);
}, 60_000);
