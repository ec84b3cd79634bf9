import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type TestEntry, clearChecks, makeScoredCategory } from '../support/award.js';
import { fiveNames as names, fourPlaces as rules } from '../support/four-places.js';
import { AwardOffice, hashOn } from '../support/award-office.js';
import { expert } from '../support/judging.js';
import { type Person, merchantPerson } from '../support/people.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from '../support/programme.js';
import {
  dayFields,
  declareOnScreen,
  keyPaper,
  reReviewOnScreen,
} from '../support/re-review-pages.js';
import { TestApp } from '../support/test-app.js';
import { VerifyJournal } from '../../src/journal/verify-journal.js';
import { verifyAlone } from './publication.js';
import type { ResultsBundle } from '../../src/rules/provenance/results-bundle.js';
import { verifyBundle } from '../../src/rules/provenance/verify-bundle.js';

const reason = '经核查，申报的部分数据与平台数据不一致，作出以上决定。';
const opinion = '三位专家复核平台后台数据和佐证材料，认为该项得分应予更正。';

let app: TestApp;
let programme: TestProgramme;
let entries: TestEntry[];
let desk: AwardOffice;
let first: Person;
let second: Person;
let supervisor: Person;
let registrar: Person;
let approver: Person;
let publisher: Person;
let merchants: Person[];
let objections: string[];
let experts: (Person & { readonly expertId: string })[];
let standings: string;
let lists: string;
let corrected: string;
let published: string;
const why = '公示2家，公布1家。公示后未列入本名单的：1家重新公示未满期。';

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'ScoresLocked', rules);
  entries = await makeScoredCategory(app, programme, rules, 'G', [0.9, 0.8, 0.7, 0.6, 0.5], names);
  desk = await AwardOffice.open(app, programme);
  ({ first, second, supervisor, registrar, approver, publisher } = desk.people);
  merchants = [];
  for (const { merchantId } of entries) merchants.push(await merchantPerson(app, merchantId));
  experts = [];
  for (let at = 0; at < 6; at += 1) experts.push(await expert(app));
  standings = desk.standings('G');
  lists = desk.lists;
  await desk.lock('G');
  const ids = entries.map(({ applicationId }) => applicationId);
  await clearChecks(app, rules, ids, 'K2');
  await desk.deliberate();
  await desk.postPublicity();
  objections = [];
  for (const [at, entry] of entries.slice(0, 4).entries()) {
    objections.push(await desk.objectionTo(entry, merchants[at]));
  }
}, 120_000);
afterAll(() => app.stop());

const states = async () => {
  const rows = await app.database.rows<{ state: string }>(
    'SELECT state FROM application ORDER BY receipt_number',
  );
  return rows.map(({ state }) => state);
};

describe('an objection', () => {
  test('that is not upheld ends the hold and changes nothing else', async () => {
    await decide(3, { finding: 'reject' });
    expect(approver.visitor.text).toContain('已答复');
    expect(await states()).toEqual([
      'UnderObjection',
      'UnderObjection',
      'UnderObjection',
      'InPublicity',
      'NotProposed',
    ]);
  });

  test('decided in one tab and again in another: the first stands, the second is shown both', async () => {
    const { visitor } = approver;
    await visitor.get(objections[3]!);
    await visitor.post(`${objections[3]!}/decision`, {
      _csrf: visitor.token,
      version: '3',
      finding: 'uphold',
      reason: '另一处打开的页面写的理由，与先作出的决定不同。',
      reply: reason,
    });
    expect(visitor.status).toBe(409);
    const rows = visitor.page.querySelectorAll('tbody tr').map((row) => row.text);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('已答复');
    expect(rows[1]).toContain(reason);
    expect(rows[1]).toContain('另一处打开的页面写的理由');
    expect((await states())[3]).toBe('InPublicity');
  });

  test('that is upheld takes the place away; the next in standing does not move up', async () => {
    await decide(2, { finding: 'uphold' });
    expect((await states()).slice(2)).toEqual(['Cancelled', 'InPublicity', 'NotProposed']);
    const { visitor } = merchants[2]!;
    await visitor.get('/messages');
    expect(visitor.text).toContain('的异议已作出决定');
  });

  test('that is partly upheld needs three to five experts who did not judge', async () => {
    await decide(0, { finding: 'upholdPartly' });
    expect(approver.visitor.status).toBe(422);
    expect(approver.visitor.errors).toEqual(['部分成立的，须选定3至5名未参加评审的专家。']);
    const ids = experts.map(({ expertId }) => expertId);
    for (const reReviewers of [ids.slice(0, 2), ids]) {
      await decide(0, { finding: 'upholdPartly', reReviewers });
      expect(approver.visitor.status).toBe(422);
    }
    expect((await states())[0]).toBe('UnderObjection');
    await decide(0, { finding: 'upholdPartly', reReviewers: ids.slice(0, 3) });
    await decide(1, { finding: 'upholdPartly', reReviewers: ids.slice(0, 4) });
    expect((await states()).slice(0, 2)).toEqual(['InReview', 'InReview']);
  });

  test('has no re-review page unless it was partly upheld', async () => {
    const { visitor } = registrar;
    await visitor.get(`${objections[2]!}/re-review`);
    expect(visitor.status).toBe(404);
    await publisher.visitor.get(`${objections[0]!}/re-review`);
    expect(publisher.visitor.status).toBe(404);
  });
});

describe('the re-review', () => {
  const path = (at: number) => `${objections[at]!}/re-review`;
  const indicatorsOffered = () =>
    registrar.visitor.page
      .querySelectorAll('input[name=indicators]')
      .map((box) => box.getAttribute('value')!);
  const today = () => dayFields('closesOn', '2026-06-01');

  test('asks for something to look at, and sends the experts what was chosen', async () => {
    const { visitor } = registrar;
    await visitor.get(path(0));
    await visitor.submit('/re-review/experts', { medium: 'screen', ...today() });
    expect(visitor.errors).toEqual(['请至少选一项重新评分的指标或者重新认定的数据。']);
    expect(visitor.text).not.toContain('年缴纳税款');
    await visitor.submit('/re-review/experts', {
      indicators: ['G11'],
      figures: ['insuredYearEnd'],
      medium: 'screen',
      ...today(),
    });
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain('专家正在复核，全部签字后才能看到结果');
    expect(visitor.page.querySelector('form[action$="/re-review"]')).toBeNull();
    const { visitor: judge } = experts[0]!;
    await judge.get('/messages');
    expect(judge.text).toContain('请您参加一件申报的复核');
  });

  test('shows an expert the file after the declaration only, and refuses points off the grid', async () => {
    await app.database.execute("UPDATE round SET blind = 1 WHERE kind = 'material'");
    const { visitor } = experts[0]!;
    await visitor.get('/judging');
    const sheet = visitor.page.querySelector('a[href^="/judging/re-reviews/"]')!;
    await visitor.get(sheet.getAttribute('href')!);
    expect(visitor.text).toContain('甲网商');
    expect(visitor.page.querySelector('[data-score-indicator]')).toBeNull();
    const own = await declareOnScreen(visitor);
    expect(visitor.text).not.toContain('甲网商');
    await visitor.submit(own, { 'score-G11': '130' });
    expect(visitor.status).toBe(422);
    await visitor.submit(own, {
      'score-G11': '100',
      'comment-G11': '缺少佐证材料，只能认定一部分。',
    });
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain('还不能签字：还没有认定');
  });

  test('corrects a score by the middle one of three and a figure by what most of them find', async () => {
    const findings = (insuredYearEnd: string) => ({ insuredYearEnd });
    await reReviewOnScreen(experts[0]!.visitor, { points: { G11: 1 }, findings: findings('12') });
    await reReviewOnScreen(experts[1]!.visitor, { points: { G11: 2.5 }, findings: findings('15') });
    const { visitor } = registrar;
    await visitor.get(path(0));
    expect(visitor.page.querySelector('table')).toBeNull();
    expect(visitor.text).not.toContain('2.50');
    await reReviewOnScreen(experts[2]!.visitor, { points: { G11: 2 }, findings: findings('12') });
    await visitor.get(path(0));
    await visitor.submit('/re-review', { opinion });
    expect(visitor.errors).toEqual([]);
    const rows = visitor.page
      .querySelectorAll('tbody tr')
      .map((row) => row.querySelectorAll('td').map((cell) => cell.text.trim()));
    expect(rows).toEqual([
      ['30', '12', '12 · 15 · 12'],
      [Array(5).fill('7.00').join(' · '), '2.00', '1.00 · 2.50 · 2.00'],
    ]);
    const [figure] = await app.database.rows<object>(
      'SELECT verified, verdict, claimed FROM figure WHERE application_id = ? AND key = ?',
      [entries[0]!.applicationId, 'insuredYearEnd'],
    );
    expect(figure).toEqual({ verified: '12', verdict: 'Reduced', claimed: '30' });
  });

  test('on paper counts what two people keyed alike, and of four takes the mean of the middle two', async () => {
    const { visitor } = registrar;
    await visitor.get(path(1));
    const indicators = indicatorsOffered();
    await visitor.submit('/re-review/experts', { indicators, medium: 'paper', ...today() });
    expect(visitor.errors).toEqual([]);
    const sheet = (points: number) => ({
      points: Object.fromEntries(
        indicators.map((code) => [code, code === 'G11' ? points : 0] as const),
      ),
    });
    const paper = [0, 2, 1.5, 3];
    for (const [at, points] of paper.entries()) {
      await keyPaper(first.visitor, at + 1, sheet(points));
      await keyPaper(second.visitor, at + 1, sheet(at === 1 ? points + 0.5 : points));
    }
    await visitor.get(path(1));
    expect(visitor.page.querySelector('table')).toBeNull();
    await first.visitor.get('/messages');
    expect(first.visitor.text).toContain('专家2的纸质复核评分表，两次录入不一致');
    await keyPaper(second.visitor, 2, sheet(2));
    await visitor.get(path(1));
    await visitor.submit('/re-review', { opinion });
    expect(visitor.errors).toEqual([]);
    const results = visitor.page.querySelectorAll('tbody tr');
    expect(results).toHaveLength(indicators.length);
    const own = results.find((row) => row.text.includes('G11'))!;
    expect(own.querySelector('ins')!.text).toBe('2.00');
    await second.visitor.get('/messages');
    expect(second.visitor.text).toContain('的复核意见已登记，须重新计算并锁定新版本');
  });
});

describe('the new version of the lock', () => {
  test('waits beside the old one, which stays in force', async () => {
    await approver.visitor.get(standings);
    expect(approver.visitor.text).toContain('有新的决定没有计入现行锁定版本');
    await first.visitor.get(standings);
    await first.visitor.submit('/computation');
    expect(first.visitor.errors).toEqual([]);
    const locks = await app.database.rows(
      'SELECT number, state FROM standing_lock ORDER BY number',
    );
    expect(locks).toEqual([
      { number: 1, state: 'Locked' },
      { number: 2, state: 'Proposed' },
    ]);
    await approver.visitor.get(standings);
    expect(approver.visitor.page.querySelector('table')).toBeNull();
  });

  test('is made by two people before the supervisor, and shows what it changed', async () => {
    const hash = hashOn((await first.visitor.get(standings)).text);
    await first.visitor.post(`${standings}/confirmation`, { _csrf: first.visitor.token, hash });
    expect(first.visitor.status).toBe(422);
    await second.visitor.get(standings);
    await second.visitor.submit('/confirmation', { hash });
    await supervisor.visitor.get(standings);
    await supervisor.visitor.submit('/lock');
    expect(supervisor.visitor.errors).toEqual([]);
    await approver.visitor.get(standings);
    const [differences] = approver.visitor.page.querySelectorAll('table');
    const rows = differences!.querySelectorAll('tbody tr').map((row) => ({
      who: row.querySelector('th')!.text.split(' ')[0],
      before: /第(\d)名.*，(.*)$/.exec(row.querySelector('del')!.text)!.slice(1),
      after: /第(\d)名.*，(.*)$/.exec(row.querySelector('ins')!.text)!.slice(1),
    }));
    expect(rows).toEqual([
      { who: '甲网商', before: ['1', '拟入选'], after: ['1', '拟入选'] },
      { who: '丙网商', before: ['3', '拟入选'], after: ['2', '未入选'] },
      { who: '丁网商', before: ['4', '拟入选'], after: ['3', '拟入选'] },
      { who: '戊网商', before: ['5', '未入选'], after: ['4', '拟入选'] },
      { who: '乙网商', before: ['2', '拟入选'], after: ['5', '未入选'] },
    ]);
    expect((await states()).slice(0, 2)).toEqual(['ScoreLocked', 'ScoreLocked']);
    const locks = await app.database.rows(
      'SELECT number, state FROM standing_lock ORDER BY number',
    );
    expect(locks).toEqual([
      { number: 1, state: 'Superseded' },
      { number: 2, state: 'Locked' },
    ]);
  });

  test('leaves the signed sheets as they were signed', async () => {
    const sheets = await app.database.rows<{ state: string; scores: string }>(
      'SELECT DISTINCT state FROM score_sheet',
    );
    expect(sheets).toEqual([{ state: 'Signed' }]);
    const [sheet] = await app.database.rows<{ scores: string }>(
      'SELECT scores FROM score_sheet WHERE application_id = ?',
      [entries[1]!.applicationId],
    );
    expect(Object.values(JSON.parse(sheet!.scores) as object).every((one) => one > 0)).toBe(true);
  });

  test('closes the re-review, and no further version is due', async () => {
    const { visitor } = registrar;
    await visitor.get(`${objections[0]!}/re-review`);
    expect(visitor.page.querySelector('form[action$="/re-review"]')).toBeNull();
    await experts[0]!.visitor.get('/judging');
    expect(experts[0]!.visitor.html).not.toContain('/judging/re-reviews/');
    await visitor.post(`${objections[0]!}/re-review`, { _csrf: visitor.token, opinion });
    expect(visitor.status).toBe(409);
    expect(visitor.text).toContain('这件异议的复核已经计入新版本或者无须复核，不能再登记。');
    await first.visitor.get(standings);
    expect(first.visitor.page.querySelector('form[action$="/computation"]')).toBeNull();
    await first.visitor.post(`${standings}/computation`, { _csrf: first.visitor.token });
    expect(first.visitor.status).toBe(409);
  });
});

describe('the corrected list', () => {
  test('drops who lost the place, keeps who stayed, promotes nobody', async () => {
    const { visitor } = registrar;
    await visitor.get(lists);
    await visitor.submit('/corrections', {
      correction: '经三位专家复核，乙网商的得分更正后不再列入拟入选名单。',
    });
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain('更正后的名单已拟定');
    const tables = visitor.page.querySelectorAll('table');
    const listed = tables[0]!.querySelectorAll('tbody tr').map((row) => row.text);
    expect(listed.map((text) => names.find((name) => text.includes(name)))).toEqual([
      '甲网商',
      '丁网商',
    ]);
    expect((await states()).slice(0, 2)).toEqual(['ScoreLocked', 'ScoreLocked']);
  });

  test('is not public before its notice', async () => {
    const { visitor } = merchants[1]!;
    await visitor.get(`/my/applications/${entries[1]!.applicationId}`);
    expect(visitor.text).not.toContain('未入选');
  });

  test('is posted for a full period; those re-examined enter it, the other leaves', async () => {
    app.clock.moveTo('2026-06-03T02:00:00.000Z');
    corrected = await desk.postPublicity('2026年示范网商拟入选名单更正公示');
    expect(corrected).toMatch(/^\/notices\//);
    expect(publisher.visitor.text).toContain('不再列入名单：乙网商、丙网商。');
    expect(publisher.visitor.text).toContain(
      '本文更正2026年6月1日发布的《2026年示范网商拟入选名单公示》',
    );
    expect(publisher.visitor.text).toContain('复核后继续公示：甲网商。');
    expect(publisher.visitor.text).toContain('2026年6月4日至2026年6月10日，共5个工作日');
    expect(await states()).toEqual([
      'InPublicity',
      'NotProposed',
      'Cancelled',
      'InPublicity',
      'NotProposed',
    ]);
    for (const [at, text] of [
      [0, '经异议复核后继续公示'],
      [1, '经异议复核后不再列入拟入选名单'],
    ] as const) {
      await merchants[at]!.visitor.get('/messages');
      expect(merchants[at]!.visitor.text).toContain(text);
    }
  });

  test('shows its difference in public and takes objections against the changed items only', async () => {
    const stranger = app.visitor();
    await stranger.get(corrected);
    const changes = stranger.page.querySelector('a[href$="/changes"]')!.getAttribute('href')!;
    await stranger.get(changes);
    expect(stranger.text).toContain('第1版');
    const removed = stranger.page.querySelectorAll('del').map((one) => one.text);
    expect(removed.map((text) => names.find((name) => text.includes(name)))).toEqual([
      '乙网商',
      '丙网商',
    ]);
    await stranger.get(corrected);
    await stranger.get(
      stranger.page.querySelector('a[href^="/objections/new"]')!.getAttribute('href')!,
    );
    const options = stranger.page.querySelectorAll('option').map((one) => one.text.trim());
    const offered = (name: string) => options.some((text) => text.startsWith(`${name}，`));
    expect(names.filter(offered)).toEqual(['甲网商']);
  });

  test('is corrected once more when a counted expert should have stepped back: unlocked by three people', async () => {
    const path = `${objections[0]!}/re-review`;
    const { visitor } = registrar;
    await visitor.get(path);
    const sheet = visitor.page
      .querySelectorAll('select[name=signedSheetId] option')
      .find(({ text }) => text.includes('1'))!
      .getAttribute('value')!;
    const facts = '举报查实：该专家两年前受聘为该商户顾问，未申报。';
    await visitor.submit('/voids', { signedSheetId: sheet, ground: '1', facts });
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain('先由两名计分员申请和同意解锁');
    await approver.visitor.get('/office/removals');
    await approver.visitor.submit('/decision', { decision: 'confirm', reason });
    expect(approver.visitor.text).toContain('请先由两名计分员在该类别的排名页面解锁');

    for (const [person, given] of [
      [first, { reason: facts }],
      [second, {}],
      [supervisor, {}],
    ] as const) {
      await person.visitor.get('/messages');
      expect(person.visitor.text).toContain('提议作废的复核评分表已计入锁定的成绩');
      await person.visitor.get(standings);
      expect(person.visitor.text).toContain('已提议作废一份复核评分表：甲网商。');
      await person.visitor.submit('/unlocking', given);
      expect(person.visitor.errors).toEqual([]);
    }
    expect((await states())[0]).toBe('InReview');
    await approver.visitor.get('/office/removals');
    await approver.visitor.submit('/decision', { decision: 'confirm', reason });
    expect(approver.visitor.errors).toEqual([]);
    await experts[0]!.visitor.get('/messages');
    expect(experts[0]!.visitor.text).toContain('作废');

    await visitor.get(path);
    await visitor.submit('/replacement', { expertId: experts[4]!.expertId });
    expect(visitor.errors).toEqual([]);
    await reReviewOnScreen(experts[4]!.visitor, {
      points: { G11: 2.5 },
      findings: { insuredYearEnd: '15' },
    });
    await visitor.get(path);
    await visitor.submit('/re-review', { opinion });
    expect(visitor.errors).toEqual([]);
    await desk.lock('G');
    const [figure] = await app.database.rows<object>(
      'SELECT verified FROM figure WHERE application_id = ? AND key = ?',
      [entries[0]!.applicationId, 'insuredYearEnd'],
    );
    expect(figure).toEqual({ verified: '15' });
    await visitor.get(lists);
    await visitor.submit('/corrections', {
      correction: '一位复核专家应当回避，另请专家后甲网商的得分更正，名单不变。',
    });
    expect(visitor.errors).toEqual([]);
    const again = await desk.postPublicity('2026年示范网商拟入选名单再次更正公示');
    expect(publisher.visitor.text).toContain('《2026年示范网商拟入选名单更正公示》');
    expect((await states())[0]).toBe('InPublicity');
    const stranger = app.visitor();
    await stranger.get(corrected);
    expect(stranger.text).toContain('本文已更正。');
    expect(stranger.page.querySelector(`a[href="${again}"]`)).not.toBeNull();
  });

  test('holds nobody else up: the first period approves the others, the own period the rest', async () => {
    app.clock.moveTo('2026-06-09T02:00:00.000Z');
    await desk.closePublicity();
    const ids = [entries[0]!, entries[3]!].map((one) => one.applicationId);
    await clearChecks(app, rules, ids, 'K3');
    await desk.approve();
    expect(await states()).toEqual([
      'InPublicity',
      'NotProposed',
      'Cancelled',
      'Selected',
      'NotProposed',
    ]);
    published = await desk.publish('publication', '衢商务〔2026〕5号');
    expect(await remarksOf(published)).toEqual([[why], why, [why], [why]]);
    app.clock.moveTo('2026-06-11T02:00:00.000Z');
    await desk.approve();
    expect((await states())[0]).toBe('Selected');
  });

  test('leads to a published version, of which the earlier one speaks wherever it is read', async () => {
    corrected = await desk.publish('correction', '衢商务〔2026〕6号');
    const holds = '本版名单已更正，以2026年6月11日公布的第2版（衢商务〔2026〕6号）为准。';
    expect(await remarksOf(published)).toEqual([
      [holds, why],
      `${holds} ${why}`,
      [holds, why],
      [holds, why],
    ]);
    const stranger = app.visitor();
    await stranger.get(`${published}/print`);
    expect(stranger.page.querySelector('.sheet-title + .sheet-note')?.text).toBe('本文已更正。');
    await stranger.get(`${published}/list.json`);
    const { correctedBy } = JSON.parse(stranger.html) as { correctedBy: object };
    expect(correctedBy).toMatchObject({ version: 2, documentNumber: '衢商务〔2026〕6号' });
  });

  test('is what a stranger recomputes', async () => {
    const notice = corrected;
    const corrects = '本名单为第2版，更正2026年6月9日公布的第1版（衢商务〔2026〕5号）。';
    const [page, cells, json, print] = await remarksOf(notice);
    const correction = page[1]!;
    expect(correction).toMatch(/^更正原因：.{5,}/);
    expect([page, cells]).toEqual([[corrects, correction], `${corrects} ${correction}`]);
    expect([json, print]).toEqual([page, page]);
    const data = await app.visitor().get(`${notice}/list.json`);
    expect(JSON.parse(data.html)).toMatchObject({
      corrects: {
        version: 1,
        publishedOn: '2026-06-09',
        documentNumber: '衢商务〔2026〕5号',
        reason: correction.replace('更正原因：', ''),
      },
      leftOut: null,
    });
    const stranger = app.visitor();
    await stranger.get(notice);
    expect(stranger.page.querySelectorAll('tbody tr')).toHaveLength(2);
    const href = stranger.page.querySelector('a[href$="bundle.json"]')!.getAttribute('href')!;
    const bundle = JSON.parse((await stranger.get(href)).html) as ResultsBundle;
    expect(verifyBundle(bundle)).toEqual({ ok: true, inputHash: bundle.inputHash });
    verifyAlone(bundle);
    expect(bundle.changes.map((change) => [change.receiptNumber, change.reason])).toEqual([
      ['G-removed-001', 'cancelled'],
      ['G-removed-002', 'notPromoted'],
    ]);
    expect(await app.app.get(VerifyJournal).run()).toMatchObject({ ok: true });
  });
});

/** What page, every row of the CSV, JSON and print say of the list as a whole. */
async function remarksOf(notice: string): Promise<[string[], string, string[], string[]]> {
  const stranger = app.visitor();
  await stranger.get(notice);
  const paragraphs = (selector: string) =>
    stranger.page.querySelectorAll(selector).map((one) => one.text.trim());
  const page = paragraphs('.document-text > p.measure');
  const csv = (await stranger.get(`${notice}/list.csv`)).html.trim().split(/\r?\n/);
  const [cell, ...others] = new Set(csv.slice(1).map((row) => row.split(',').at(-1)!));
  expect([csv[0]!.endsWith(',备注'), others]).toEqual([true, []]);
  const json = JSON.parse((await stranger.get(`${notice}/list.json`)).html) as {
    remarks: string[];
  };
  await stranger.get(`${notice}/print`);
  const print = paragraphs('.sheet-body > p').filter((text) => json.remarks.includes(text));
  return [page, cell!, json.remarks, print];
}

async function decide(at: number, fields: Record<string, string | readonly string[]>) {
  await approver.visitor.get(objections[at]!);
  await approver.visitor.submit('/decision', { reason, reply: reason, ...fields });
}
