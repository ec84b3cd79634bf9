import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ResultsBundle } from '../../src/rules/provenance/results-bundle.js';
import { VerifyJournal } from '../../src/journal/verify-journal.js';
import { type TestEntry, clearChecks, makeScoredCategory } from '../support/award.js';
import { fiveNames as names, fourPlaces as rules } from '../support/four-places.js';
import { AwardOffice, hashOn } from '../support/award-office.js';
import { expert } from '../support/judging.js';
import { type Person, merchantPerson } from '../support/people.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from '../support/programme.js';
import { dayFields, reReviewOnScreen } from '../support/re-review-pages.js';
import { TestApp } from '../support/test-app.js';
import { smallPng } from '../support/small-files.js';
import { verifyAlone } from './publication.js';
import { recompute } from './recompute.js';

const reason = '经核查，公布以后发现的情况属实，作出以上决定。';
const opinion = '三位专家复核佐证材料，认为专家评分各项应予更正。';
const day = '2026-06-09';

let app: TestApp;
let programme: TestProgramme;
let entries: TestEntry[];
let desk: AwardOffice;
let merchants: Person[];
let experts: (Person & { readonly expertId: string })[];
let bundle: ResultsBundle;

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'ScoresLocked', rules);
  entries = await makeScoredCategory(app, programme, rules, 'G', [0.9, 0.8, 0.7, 0.6, 0.5], names);
  desk = await AwardOffice.open(app, programme);
  merchants = [];
  for (const { merchantId } of entries) merchants.push(await merchantPerson(app, merchantId));
  experts = [];
  for (let at = 0; at < 3; at += 1) experts.push(await expert(app));
  await desk.lock('G');
  const ids = entries.map(({ applicationId }) => applicationId);
  await clearChecks(app, rules, ids, 'K2');
  await desk.deliberate();
  await desk.postPublicity();
  app.clock.moveTo(`${day}T02:00:00.000Z`);
  await desk.closePublicity();
  await clearChecks(app, rules, ids.slice(0, 4), 'K3');
  await desk.approve();
  const path = await desk.publish('publication', '衢商务〔2026〕15号');
  bundle = await bundleOf(path);
}, 120_000);
afterAll(() => app.stop());

const named = async (path: string) => {
  const stranger = app.visitor();
  await stranger.get(path);
  return names.filter((name) =>
    stranger.page.querySelectorAll('tbody tr').some((row) => row.text.includes(name)),
  );
};

async function bundleOf(path: string): Promise<ResultsBundle> {
  const stranger = app.visitor();
  await stranger.get(path);
  const href = stranger.page.querySelector('a[href$="bundle.json"]')!.getAttribute('href')!;
  return JSON.parse((await stranger.get(href)).html) as ResultsBundle;
}

/** Entered, accepted, answered by the merchant; @returns its page in the office. */
async function enter(channel: 'post' | 'office', at: number): Promise<string> {
  const { visitor } = desk.people.registrar;
  await visitor.get('/office/objections/new');
  const listed = visitor.page.querySelectorAll('select[name=applicationId] option');
  expect(listed.map((one) => one.text)).not.toContain('戊网商');
  const typed = {
    channel,
    applicationId: entries[at]!.applicationId,
    identityKind: 'unit',
    name: '某行业协会',
    telephone: '0570-3333333',
    substance: '名单公布以后发现，该单位申报的材料与实际情况明显不一致。',
    ...dayFields('receivedOn', day),
  };
  const letter = [{ field: 'evidence', name: '来信.png', content: smallPng }];
  await visitor.submit('/office/objections', typed, channel === 'post' ? letter : []);
  expect(visitor.errors).toEqual([]);
  const row = await app.database.row<{ id: string }>(
    'SELECT id FROM objection WHERE application_id = ?',
    [entries[at]!.applicationId],
  );
  const path = `/office/objections/${row!.id}`;
  await visitor.get(path);
  expect(visitor.text).toContain(channel === 'office' ? '没有异议人' : '来信，');
  await visitor.submit('/admission', { admission: 'accept' });
  expect(visitor.errors).toEqual([]);
  const { visitor: merchant } = merchants[at]!;
  await merchant.get(path.replace('/office/', '/my/'));
  await merchant.submit('/my/objections', { answer: '各项数据均有平台后台截图，请核查。' });
  expect(merchant.errors).toEqual([]);
  return path;
}

async function decide(path: string, given: Record<string, string | string[]>): Promise<void> {
  const { visitor } = desk.people.approver;
  await visitor.get(path);
  await visitor.submit('/decision', { reason, reply: reason, ...given });
  expect(visitor.errors).toEqual([]);
}

/** Three others look at every indicator that experts score, and give the same points each. */
async function lookAgain(path: string, points: number | null): Promise<void> {
  const reReviewers = experts.map(({ expertId }) => expertId);
  await decide(path, { finding: 'upholdPartly', reReviewers });
  const { visitor } = desk.people.registrar;
  await visitor.get('/office');
  expect(visitor.text).toContain('复核');
  await visitor.get(`${path}/re-review`);
  const offered = visitor.page
    .querySelectorAll('input[name=indicators]')
    .map((box) => box.getAttribute('value')!);
  const indicators = points === null ? ['G11'] : offered;
  const closes = dayFields('closesOn', day);
  await visitor.submit('/re-review/experts', { indicators, medium: 'screen', ...closes });
  expect(visitor.errors).toEqual([]);
  const given = Object.fromEntries(indicators.map((code) => [code, points ?? 7] as const));
  for (const { visitor: judge } of experts) await reReviewOnScreen(judge, { points: given });
  await visitor.get(`${path}/re-review`);
  await visitor.submit('/re-review', { opinion });
  expect(visitor.errors).toEqual([]);
}

const titleOf = (at: number) =>
  app.database.row<{ id: string; verifyCode: string }>(
    'SELECT id, verify_code FROM title WHERE application_id = ?',
    [entries[at]!.applicationId],
  );

async function publicState(at: number): Promise<string> {
  const stranger = app.visitor();
  await stranger.get(`/v/${(await titleOf(at))!.verifyCode}`);
  return stranger.page.querySelector('main h2')!.text;
}

function deskLink({ visitor }: Person, work: string): string {
  const links = visitor.page.querySelectorAll('.next-action .task a');
  return links.find(({ text }) => text.startsWith(work))!.getAttribute('href')!;
}

describe('what reaches the office after publication', () => {
  test('by letter, before the conferment: it is upheld, and the list is corrected without the merchant', async () => {
    const path = await enter('post', 2);
    const { registrar, approver } = desk.people;
    await registrar.visitor.get(desk.lists);
    await desk.confer();
    expect(await app.database.rows('SELECT id FROM title')).toHaveLength(3);
    expect(await titleOf(2)).toBeNull();
    await decide(path, { finding: 'uphold' });
    expect(approver.visitor.text).toContain('成立，取消入选或者撤销称号');
    await merchants[2]!.visitor.get('/messages');
    expect(merchants[2]!.visitor.text).toContain('取消');
    const corrected = await desk.publish('correction', '衢商务〔2026〕16号');
    expect(await named(corrected)).toEqual(['甲网商', '乙网商', '丁网商']);
    verifyAlone(await bundleOf(corrected));
    // Nobody waits any more, so the programme goes on.
    await registrar.visitor.get(desk.lists);
    await registrar.visitor.submit('/titles');
    const row = await app.database.row('SELECT state FROM programme WHERE id = ?', [programme.id]);
    expect(row).toEqual({ state: 'InForce' });
  });

  test('found by the office itself: three others look again, and the place is kept with everything', async () => {
    const path = await enter('office', 0);
    await lookAgain(path, null);
    const { visitor } = desk.people.registrar;
    expect(visitor.text).toContain('更正后仍在入选范围内');
    expect(await publicState(0)).toContain('有效');
    await merchants[0]!.visitor.get('/messages');
    expect(merchants[0]!.visitor.text).toContain('仍符合入选条件');
    await visitor.get(`/office/titles/${(await titleOf(0))!.id}`);
    expect(visitor.page.querySelector('option[value=placeLost]')).toBeNull();
  });

  test('found by the office itself: three others look again, and the place is lost', async () => {
    const path = await enter('office', 1);
    await lookAgain(path, 0);
    const { registrar, supervisor } = desk.people;
    expect(registrar.visitor.text).toContain('更正后不再符合入选条件');
    const changed = structuredClone(bundle);
    const { receipt } = entries[1]!;
    const record = changed.categories[0]!.applications.find(
      (one) => one.receiptNumber === receipt,
    )!;
    for (const sheet of record.sheets) {
      for (const code of Object.keys(sheet.scores)) Object.assign(sheet.scores, { [code]: 0 });
    }
    const value = (text: string) => {
      const [n, d = '1'] = text.split('/');
      return Number(n) / Number(d);
    };
    const found = recompute(changed).map((one) => ({ ...one, points: value(one.own) }));
    const own = found.find(({ receiptNumber }) => receiptNumber === receipt)!;
    const better = found.filter(({ points }) => points > own.points).length;
    expect(better).toBe(4);
    expect(registrar.visitor.text).toContain(`第${better + 1}名`);
    expect(registrar.visitor.text).toContain(own.points.toFixed(6));
    expect(await publicState(1)).toContain('有效');
    await supervisor.visitor.get('/messages');
    expect(supervisor.visitor.text).toContain('不再符合入选条件');
  });

  test('whose title is revoked then, by its own process, and shows so with the notice', async () => {
    const { registrar, approver, publisher } = desk.people;
    await registrar.visitor.get('/office');
    await registrar.visitor.get(deskLink(registrar, '提出撤销（公布后异议成立）'));
    await registrar.visitor.submit('/revocations', { ground: 'placeLost', facts: opinion });
    expect(registrar.visitor.errors).toEqual([]);
    const { visitor } = merchants[1]!;
    await visitor.get(`/my/titles/${(await titleOf(1))!.id}`);
    await visitor.submit('/statement', { statement: '尊重复核结果，没有补充意见。' });
    expect(visitor.errors).toEqual([]);
    await approver.visitor.get('/office');
    await approver.visitor.get(deskLink(approver, '决定是否撤销'));
    await approver.visitor.submit('/decision', { decision: 'revoke', decisionReason: reason });
    expect(approver.visitor.errors).toEqual([]);
    expect(await publicState(1)).toContain('有效');
    await publisher.visitor.get('/office');
    await publisher.visitor.get(deskLink(publisher, '发布称号公告'));
    await publisher.visitor.submit('/posting', { hash: hashOn(publisher.visitor.text) });
    expect(publisher.visitor.errors).toEqual([]);
    expect(await publicState(1)).toContain('已撤销');
    expect(await publicState(0)).toContain('有效');
    expect((await app.app.get(VerifyJournal).run()).ok).toBe(true);
  });
});
