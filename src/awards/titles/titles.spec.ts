import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { type TestEntry, clearChecks, makeScoredCategory } from '../../../test/support/award.js';
import { AwardOffice } from '../../../test/support/award-office.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
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
let titles: string[];

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'ScoresLocked', rules);
  entries = await makeScoredCategory(app, programme, rules, 'G', [0.9, 0.8, 0.7, 0.6]);
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

describe('a title', () => {
  test.each([
    ['a part of the name', '网商1', 1],
    ['the number of the certificate, in any case', 'qz-2026-g-002', 1],
    ['its number without hyphens, and with letters for noughts', 'QZ 2026G OO2', 1],
    ['two parts of the name', '网商1 测试', 1],
    ['a part of the name and one that is not there', '网商1 竹木', 0],
    ['the sound of the name', 'ceshiwang', 3],
    ['initials', 'csws', 3],
    ['nothing that is there', 'zzz', 0],
    ['a character of a pattern', '%', 0],
  ])('is found by %s', async (_, name, found) => {
    const visitor = app.visitor();
    await visitor.get(`/awards/list.json?name=${encodeURIComponent(name)}`);
    expect((JSON.parse(visitor.html) as { titles: unknown[] }).titles).toHaveLength(found);
  });

  test.each(['QZ-2026-G-002', 'qz2026g002'])(
    'is shown to whoever types its number, %s, where a code is asked for',
    async (number) => {
      const visitor = app.visitor();
      await visitor.get(`/verify?code=${encodeURIComponent(number)}`);
      expect([visitor.status, visitor.path.split('?')[0]]).toEqual([200, '/awards']);
      expect(visitor.page.querySelectorAll('tbody tr')).toHaveLength(1);
    },
  );

  test.each([
    ['a part of the title', '公布', true],
    ['its number', '〔2026〕6号', true],
    ['its number in other brackets', '[2026]6号', true],
    ['its number in round brackets', '（2026）6', true],
    ['its number with another year', '(2025)6号', false],
    ['two words', '6号 名单', true],
    ['its sound', 'gongbu', true],
    ['one word that is there and one that is not', '公布 竹木', false],
    ['nothing that is there', 'zzzz', false],
  ])('a notice is found by %s', async (_, text, found) => {
    const visitor = app.visitor();
    await visitor.get(`/notices?text=${encodeURIComponent(text)}`);
    const numbers = visitor.page
      .querySelectorAll('main .link-list .caption')
      .map((one) => one.text);
    expect(numbers.some((one) => one.includes('〔2026〕6号'))).toBe(found);
    expect(visitor.text.includes('没有找到')).toBe(!found);
  });

  test('is called by the name that its programme gives the category', async () => {
    await app.database.execute(
      "UPDATE category SET name_zh = '乡村好网商' WHERE programme_id = ?",
      [programme.id],
    );
    const { visitor } = desk.people.registrar;
    await visitor.get('/office/titles/certificates');
    expect(visitor.text).toContain('乡村好网商');
    await visitor.get(titles[0]!);
    expect(visitor.text).toContain('乡村好网商');
    const stranger = app.visitor();
    await stranger.get('/awards/list.json');
    expect(stranger.html).toContain('乡村好网商');
  });
});
