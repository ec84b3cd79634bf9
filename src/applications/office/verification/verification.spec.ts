import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../../seeds/reference/rule-sets/preset-now.js';
import { seat } from '../../../../test/support/evidence.js';
import { office, type Person } from '../../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../../test/support/programme.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { ApplicationRecords } from '../../application-records.js';
import { categoryRules } from '../file/category-rules.js';
import { checklistKeys } from './checklist.js';

let app: TestApp;
let programme: TestProgramme;
let verifier: Person;
let second: Person;

beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'Verification');
  verifier = await office(app, 'Verifier');
  second = await office(app, 'Verifier');
});
afterAll(() => app.stop());

const { ticked } = checklistKeys(categoryRules(PRESET_NOW, 'G'));
const screenedIn = () => makeSubmitted(app, programme, { state: 'ScreenedIn' });

/** The verdicts of a whole page: everything accepted, but for the fields given. */
async function save(person: Person, id: string, fields: Record<string, string> = {}) {
  await person.visitor.get(`/office/verification/${id}`);
  const keys = person.visitor.page
    .querySelectorAll('input[name^="version."]')
    .map((input) => input.getAttribute('name')!.slice('version.'.length));
  const accepted = Object.fromEntries(keys.map((key) => [`verdict.${key}`, 'Accepted']));
  await person.visitor.submit('/verdicts', { ...accepted, ...fields });
}

const figure = (id: string, key: string) =>
  app.database.row(
    `SELECT claimed, verified, verdict, reason, version FROM figure
     WHERE application_id = ? AND key = ?`,
    [id, key],
  );

const stateOf = async (id: string) =>
  (await app.database.row<{ state: string }>('SELECT state FROM application WHERE id = ?', [id]))!
    .state;

describe('verification', () => {
  test('from the claim to verified points, read by a second person', async () => {
    const { id } = await screenedIn();
    await save(verifier, id, {
      'verdict.netWan': 'Reduced',
      'value.netWan': '480.50',
      'reason.netWan': '扣除代运营销售额。',
    });
    expect(verifier.visitor.text).toContain('申报4.00分，核定0.00分');
    expect(await figure(id, 'netWan')).toEqual({
      claimed: '60000',
      verified: '48050',
      verdict: 'Reduced',
      reason: '扣除代运营销售额。',
      version: 2,
    });
    await verifier.visitor.get(`/office/verification/${id}`);
    expect(verifier.visitor.html).not.toContain('/second-reading');
    await second.visitor.get(`/office/verification/${id}`);
    await second.visitor.submit('/second-reading');
    await verifier.visitor.get(`/office/verification/${id}`);
    await verifier.visitor.submit('/completion');
    expect(await stateOf(id)).toBe('Verified');

    const records = app.app.get(ApplicationRecords);
    const record = (await records.load([id])).get(id)!;
    expect(record.figures.amounts.netWan).toBe(48_050);
    expect(record.figures.ticks['G19.completeFirst']).toBe(true);
    expect(record.figures.ticks['G19.notReduced']).toBe(false);
    expect((await records.claimedFigures([id])).get(id)!.amounts.netWan).toBe(60_000);
  });

  test('accepts the rest with one press, and lists what was accepted', async () => {
    const { id } = await screenedIn();
    await verifier.visitor.get(`/office/verification/${id}`);
    await verifier.visitor.submit('/verdicts', {
      'verdict.orders': 'Rejected',
      'reason.orders': '与平台导出不符。',
      rest: 'accept',
    });
    const { visitor } = verifier;
    expect(visitor.status).toBe(200);
    const listed = visitor.page.querySelectorAll('main dt').map((term) => term.text);
    const claims = 10;
    expect(listed).toHaveLength(claims - 1 + ticked.length);
    expect(listed).toContain('快递单量');
    expect(listed).not.toContain('订单量');
    expect(await figure(id, 'orders')).toMatchObject({ verdict: 'Rejected', verified: null });
    expect(await figure(id, 'parcels')).toMatchObject({ verdict: 'Accepted', verified: '58000' });
    await visitor.get(`/office/verification/${id}`);
    expect(visitor.html).not.toContain('value="accept"');
  });

  test('accepts nothing of the rest while something is wrong, and keeps a half-typed figure open', async () => {
    const { id } = await screenedIn();
    await verifier.visitor.get(`/office/verification/${id}`);
    await verifier.visitor.submit('/verdicts', {
      'verdict.netWan': 'Reduced',
      'value.netWan': '100',
      'reason.parcels': '还要再核对。',
      rest: 'accept',
    });
    expect(verifier.visitor.status).toBe(422);
    expect(await figure(id, 'orders')).toMatchObject({ verdict: null });
    await verifier.visitor.submit('/verdicts', { 'reason.netWan': '扣除代运营。', rest: 'accept' });
    expect(await figure(id, 'netWan')).toMatchObject({ verdict: 'Reduced', verified: '10000' });
    expect(await figure(id, 'parcels')).toMatchObject({ verdict: null });
  });

  test('checklist items get their rows from the verifier', async () => {
    const { id } = await screenedIn();
    await save(verifier, id, {
      'verdict.tick.G9.permits': 'Rejected',
      'reason.tick.G9.permits': '首页未公示许可证。',
    });
    expect(await figure(id, 'tick.G9.licence')).toMatchObject({ verified: '1', claimed: null });
    expect(await figure(id, 'tick.G9.permits')).toMatchObject({ verified: '0' });
    const count = await app.database.row<{ count: number }>(
      `SELECT COUNT(*) AS count FROM figure WHERE application_id = ? AND key LIKE 'tick.%'`,
      [id],
    );
    expect(count!.count).toBe(ticked.length);
  });

  test('a reason is asked for unless accepted; nothing is saved and everything typed stays', async () => {
    const { id } = await screenedIn();
    await save(verifier, id, {
      'verdict.netWan': 'Reduced',
      'value.netWan': '四百',
      'verdict.orders': 'Rejected',
      'verdict.parcels': 'Reduced',
      'value.parcels': '58,000',
      'reason.parcels': '抄录。',
    });
    expect(verifier.visitor.status).toBe(422);
    expect(verifier.visitor.errors.toSorted()).toEqual(
      [
        '“上年网络零售净额”请填数字。',
        '“上年网络零售净额”没有全部采信，请填写理由。',
        '“订单量”没有全部采信，请填写理由。',
        '“快递单量”的核定值与申报值相同，请改选“采信”。',
      ].toSorted(),
    );
    expect(verifier.visitor.html).toContain('value="四百"');
    expect(await figure(id, 'insuredYearEnd')).toMatchObject({ verdict: null, version: 1 });
  });

  test('of two verifiers on one page, the second is shown both and nothing is lost', async () => {
    const { id } = await screenedIn();
    await verifier.visitor.get(`/office/verification/${id}`);
    await second.visitor.get(`/office/verification/${id}`);
    await verifier.visitor.submit('/verdicts', { 'verdict.orders': 'Accepted' });
    await second.visitor.submit('/verdicts', {
      'verdict.orders': 'Rejected',
      'reason.orders': '与平台导出不符。',
      'verdict.parcels': 'Accepted',
    });
    expect(second.visitor.status).toBe(409);
    expect(second.visitor.text).toContain('这一项刚被修改');
    expect(second.visitor.html).toContain('>与平台导出不符。</textarea>');
    expect(await figure(id, 'orders')).toMatchObject({ verdict: 'Accepted', version: 2 });
    expect(await figure(id, 'parcels')).toMatchObject({ verdict: null, version: 1 });
  });

  test('is not complete while a figure is open or unread', async () => {
    const { id } = await screenedIn();
    await save(verifier, id, { 'verdict.orders': '' });
    const { token } = verifier.visitor;
    await verifier.visitor.post(`/office/verification/${id}/completion`, { _csrf: token });
    expect(verifier.visitor.status).toBe(422);
    expect(verifier.visitor.text).toContain('还有1项没有核验结论。');
    await save(verifier, id);
    await verifier.visitor.post(`/office/verification/${id}/second-reading`, { _csrf: token });
    expect(verifier.visitor.status).toBe(422);
    await verifier.visitor.post(`/office/verification/${id}/completion`, { _csrf: token });
    expect(verifier.visitor.text).toContain('还有结论没有经第二名核验员复核。');
    expect(await stateOf(id)).toBe('ScreenedIn');
  });

  test('bonuses stay within five points in all, with evidence', async () => {
    const { id, documentId } = await screenedIn();
    const item = { kind: 'bonus', reason: '承担全市网商公益培训任务。', evidenceId: documentId };
    const add = async (points: string) => {
      await verifier.visitor.get(`/office/verification/${id}`);
      const { token } = verifier.visitor;
      const sent = { ...item, points, _csrf: token };
      await verifier.visitor.post(`/office/verification/${id}/adjustments`, sent);
    };
    await add('3.5');
    await add('2');
    expect(verifier.visitor.errors).toEqual(['合计不能超过5分。']);
    await add('1.5');
    const record = (await app.app.get(ApplicationRecords).load([id])).get(id)!;
    expect(record.bonuses).toEqual([
      { reason: item.reason, evidence: documentId, points: 350 },
      { reason: item.reason, evidence: documentId, points: 150 },
    ]);
    await verifier.visitor.get(`/office/verification/${id}`);
    await verifier.visitor.submit('/removal');
    expect((await app.app.get(ApplicationRecords).load([id])).get(id)!.bonuses).toHaveLength(1);
  });

  test('a judge of the category verifies none of its applications', async () => {
    const { id } = await screenedIn();
    const judge = await office(app, 'Verifier');
    await seat(app, programme, judge.accountId);
    await save(judge, id);
    expect(judge.visitor.status).toBe(422);
    expect(await figure(id, 'orders')).toMatchObject({ verdict: null });
  });

  test('records and the work list take as many queries for one application as for many', async () => {
    const count = async (work: () => Promise<unknown>) => {
      const before = app.database.readCount;
      await work();
      return app.database.readCount - before;
    };
    const list = () => verifier.visitor.get('/office/verification');
    const some = await count(list);
    const ids = [(await screenedIn()).id, (await screenedIn()).id, (await screenedIn()).id];
    expect(await count(list)).toBe(some);
    const records = app.app.get(ApplicationRecords);
    expect(await count(() => records.load(ids.slice(0, 1)))).toBe(5);
    expect(await count(() => records.load(ids))).toBe(5);
  });
});
