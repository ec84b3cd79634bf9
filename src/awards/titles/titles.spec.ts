import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { type TestEntry, clearChecks, makeScoredCategory } from '../../../test/support/award.js';
import { AwardOffice, hashOn } from '../../../test/support/award-office.js';
import { type Person, merchantPerson } from '../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { VerifyJournal } from '../../journal/verify-journal.js';
import { verifyBundle } from '../../rules/provenance/verify-bundle.js';
import type { ResultsBundle } from '../../rules/provenance/results-bundle.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';

const rules: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories
    .filter(({ code }) => code === 'G')
    .map((category) => ({ ...category, quota: 4, passMark: 100 })),
};
const reason = '经查实提供虚假申报材料，依据评选办法办理。';
let app: TestApp;
let programme: TestProgramme;
let entries: TestEntry[];
let desk: AwardOffice;
let merchant: Person;
let titles: string[];

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'ScoresLocked', rules);
  entries = await makeScoredCategory(app, programme, rules, 'G', [0.9, 0.8, 0.7, 0.6]);
  merchant = await merchantPerson(app, entries[0]!.merchantId);
  desk = await AwardOffice.open(app, programme);
  const ids = entries.map(({ applicationId }) => applicationId);
  await desk.lock('G');
  await clearChecks(app, rules, ids, 'K2');
  await desk.deliberate();
  await desk.postPublicity();
  app.clock.moveTo('2026-06-09T02:00:00.000Z');
  await desk.closePublicity();
  await clearChecks(app, rules, ids, 'K3');
  await desk.approve();
  await desk.publish('publication', '衢商务〔2026〕5号');
}, 120_000);
afterAll(() => app.stop());

const states = async () => {
  const rows = await app.database.rows<{ state: string }>(
    'SELECT state FROM title ORDER BY certificate_number',
  );
  return rows.map(({ state }) => state);
};

describe('a correction after publication', () => {
  test('takes a cancelled merchant off the list in a new version, by two people', async () => {
    const { visitor } = desk.people.approver;
    await visitor.get(desk.lists);
    await visitor.submit('/cancellations', {
      receiptNumber: entries[3]!.receipt,
      ground: 'V9',
      reason,
      hearing: 'on',
    });
    expect(visitor.errors).toEqual([]);
    const before = await app.visitor().get('/awards/list.json');
    expect(before.html).not.toContain('更正');
    const notice = await desk.publish('correction', '衢商务〔2026〕6号');
    const stranger = app.visitor();
    await stranger.get(notice);
    expect(stranger.page.querySelectorAll('tbody tr')).toHaveLength(3);
    const corrects = stranger.page.querySelectorAll('main a').map((a) => a.getAttribute('href')!);
    const first = corrects.find((href) => /^\/notices\/[^/.]+$/.test(href) && href !== notice)!;
    await stranger.get(first);
    expect(stranger.page.querySelector(`a[href="${notice}"]`)).not.toBeNull();
    expect(stranger.page.querySelectorAll('tbody tr')).toHaveLength(4);
  });

  test('shows the difference on its own page, and the new bundle still recomputes', async () => {
    const stranger = app.visitor();
    const [notice] = await app.database.rows<{ id: string }>(
      "SELECT id FROM notice WHERE kind = 'correction'",
    );
    await stranger.get(`/notices/${notice!.id}`);
    const links = stranger.page.querySelectorAll('a').map((a) => a.getAttribute('href')!);
    await stranger.get(links.find((href) => href.endsWith('/changes'))!);
    expect(stranger.page.querySelectorAll('del').map((one) => one.text)).toEqual([
      '示范网商 · 柯城区 · G类测试网商4',
    ]);
    expect(stranger.page.querySelectorAll('ins')).toEqual([]);
    expect(stranger.text).toContain(reason);
    await stranger.get(links.find((href) => href.endsWith('bundle.json'))!);
    const bundle = JSON.parse(stranger.html) as ResultsBundle;
    expect(verifyBundle(bundle)).toEqual({ ok: true, inputHash: bundle.inputHash });
    await desk.confer();
    titles = (
      await app.database.rows<{ id: string }>('SELECT id FROM title ORDER BY certificate_number')
    ).map(({ id }) => `/office/titles/${id}`);
    expect(titles).toHaveLength(3);
  });
});

describe('a title in two tabs', () => {
  test('one wins, the other is shown both and loses nothing that was typed', async () => {
    const { registrar } = desk.people;
    await registrar.visitor.get(titles[0]!);
    const stale = registrar.visitor.page
      .querySelector('input[name=version]')!
      .getAttribute('value')!;
    await registrar.visitor.submit('/state', {
      event: 'startReview',
      reason: '年度复核，核对年度报表。',
      grounds: 'on',
    });
    expect(registrar.visitor.errors).toEqual([]);
    const mine = '名称变更，启动年度复核程序。';
    await registrar.visitor.post(`${titles[0]!}/state`, {
      _csrf: registrar.visitor.token,
      version: stale,
      event: 'startReview',
      reason: mine,
      grounds: 'on',
    });
    const { visitor } = registrar;
    expect(visitor.status).toBe(409);
    const rows = visitor.page
      .querySelectorAll('tbody tr')
      .map((row) => [
        row.querySelector('th')!.text,
        ...row.querySelectorAll('td').map((cell) => cell.text),
      ]);
    expect(rows).toEqual([
      ['办理事项', '复核', '开始复核'],
      ['理由和依据', '年度复核，核对年度报表。', mine],
    ]);
    expect(visitor.page.querySelector('textarea[name=reason]')!.text).toBe(mine);
    expect((await states())[0]).toBe('UnderReview');
    await visitor.submit('/state', { event: 'confirm', reason: mine, grounds: 'on' });
    expect((await states())[0]).toBe('Active');
  });
});

describe('a title that ends', () => {
  test('is revoked by the approver only, and its notice waits for a second person', async () => {
    const { registrar, approver, publisher } = desk.people;
    const event = { event: 'revoke', reason, grounds: 'on' };
    await registrar.visitor.get(titles[1]!);
    await registrar.visitor.submit('/state', event);
    expect(registrar.visitor.status).toBe(404);
    await approver.visitor.get(titles[1]!);
    await approver.visitor.submit('/state', { ...event, grounds: [] });
    expect(approver.visitor.status).toBe(422);
    await approver.visitor.submit('/state', event);
    expect(await states()).toEqual(['Active', 'Revoked', 'Active']);
    await publisher.visitor.get('/office/notices');
    const draft = publisher.visitor.page
      .querySelector('.next-action a[href^="/office/notices/"]')!
      .getAttribute('href')!;
    await publisher.visitor.get(draft);
    await publisher.visitor.submit('/posting', { hash: hashOn(publisher.visitor.text) });
    expect(publisher.visitor.path).toMatch(/^\/notices\//);
    expect(publisher.visitor.text).toContain('G类测试网商2');
    const stranger = app.visitor();
    await stranger.get('/awards?state=Revoked');
    expect(stranger.page.querySelectorAll('tbody tr')).toHaveLength(1);
  });

  test('is warned, and revoked when the fault is not repaired', async () => {
    const { registrar, approver } = desk.people;
    const step = async ({ visitor }: Person, event: string) => {
      await visitor.get(titles[2]!);
      await visitor.submit('/state', { event, reason, grounds: 'on' });
      expect([event, visitor.errors]).toEqual([event, []]);
    };
    await step(registrar, 'startReview');
    await step(approver, 'warn');
    expect((await states())[2]).toBe('Warned');
    const certificate = titles[2]!.split('/').at(-1)!;
    await merchant.visitor.get(`/my/titles/${certificate}/certificate`);
    expect(merchant.visitor.status).toBe(404);
    await step(approver, 'revokeAfterWarning');
    expect((await states())[2]).toBe('Revoked');
    await step(approver, 'restore');
    expect((await states())[2]).toBe('Active');
  });

  test('expires by the clock for everybody, and is written down once by the office', async () => {
    app.clock.moveTo('2029-06-12T02:00:00.000Z');
    const stranger = app.visitor();
    const codes = await app.database.rows<{ verifyCode: string }>(
      'SELECT verify_code FROM title ORDER BY certificate_number',
    );
    await stranger.get(`/v/${codes[0]!.verifyCode}`);
    expect(stranger.text).toContain('到期');
    await stranger.get(`/v/${codes[1]!.verifyCode}`);
    expect(stranger.text).toContain('撤销');
    expect(await states()).toEqual(['Active', 'Revoked', 'Active']);
    const { visitor } = desk.people.registrar;
    await visitor.get('/sign-in');
    await visitor.get('/office/titles');
    await visitor.submit('/expiry');
    expect(await states()).toEqual(['Expired', 'Revoked', 'Expired']);
    await visitor.post('/office/titles/expiry', { _csrf: visitor.token });
    const entriesOf = await app.database.rows(
      "SELECT subject_id FROM journal_entry WHERE event = 'title.expire'",
    );
    expect(entriesOf).toHaveLength(2);
    await visitor.get(titles[0]!);
    expect(visitor.page.querySelector('form[action$="/state"]')).toBeNull();
    expect(await app.app.get(VerifyJournal).run()).toMatchObject({ ok: true });
  });
});
