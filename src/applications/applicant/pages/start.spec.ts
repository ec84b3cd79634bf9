import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Applicant,
  inTheWindow,
  makeApplicant,
  startDraft,
  openWindow,
} from '../../../../test/support/applicant.js';
import { Sealer } from '../../../database/sealed.js';
import { person } from '../../../../test/support/people.js';
import type { TestProgramme } from '../../../../test/support/programme.js';
import type { TestApp } from '../../../../test/support/test-app.js';
import type { Visitor } from '../../../../test/support/visitor.js';

let app: TestApp;
let programme: TestProgramme;

beforeAll(async () => {
  ({ app, programme } = await openWindow());
});
afterAll(() => app.stop());

const findings = (visitor: Visitor, category: number) => {
  const panel = visitor.page.querySelectorAll('section.panel')[category]!;
  return panel.querySelectorAll('.task').map((task) => task.text.replace(/\s+/g, ' ').trim());
};

describe('the self-check before the form', () => {
  test('shows each condition with the own and the needed value', async () => {
    const { visitor } = await makeApplicant(app);
    await visitor.get('/my/applications/new');
    expect(findings(visitor, 0)).toEqual([
      '上年度网络零售净额（万元）本商户：600.00 · 要求不低于500.00 符合',
      '经营年限本商户：5 · 要求满1年 符合',
      '所在地本商户：柯城区 · 要求在本市 符合',
      '活跃网店（家）本商户：1 · 要求至少1 符合',
      '获得同类别称号的日期本商户：无 · 3年内未获得 符合',
    ]);
    expect(visitor.text).toContain('2026年9月30日（星期三）24:00（北京时间）');
    expect(visitor.text).toContain('本页服务器时间：2026年9月10日 10:');
  });

  test('names the missing condition and what to do, and offers no box to tick', async () => {
    const { visitor } = await makeApplicant(app, 'Agent', {}, 499_99);
    await visitor.get('/my/applications/new');
    expect(findings(visitor, 0)[0]).toBe(
      '上年度网络零售净额（万元）本商户：499.99 · 要求不低于500.00' +
        '上年度网络零售净额499.99万元，未达到500.00万元的要求。 核对年度填报 不符合',
    );
    expect(visitor.page.querySelector(`input[value=${programme.categoryIds.G}]`)).toBeNull();
  });

  test('a condition that is not met cannot be got round by sending the category', async () => {
    const { visitor, merchantId } = await makeApplicant(app, 'Agent', {}, 499_99);
    await visitor.get('/my/applications/new');
    await visitor.post('/my/applications', {
      _csrf: visitor.token,
      categoryIds: programme.categoryIds.G!,
    });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual(['G类有1项条件不符合，不能申报。']);
    const rows = await app.database.rows('SELECT id FROM application WHERE merchant_id = ?', [
      merchantId,
    ]);
    expect(rows).toEqual([]);
  });

  test('the age counts on the last day of the data year, from the sealed birth date', async () => {
    const sealer = new Sealer('test-secret-of-thirty-two-characters-0123');
    const { visitor } = await makeApplicant(app, 'Agent', {
      principalSharePct: 30_00,
      birthDateSealed: sealer.seal('1984-12-31'),
    });
    await visitor.get('/my/applications/new');
    expect(findings(visitor, 1)[2]).toBe(
      '主要负责人年龄本商户：41 · 要求18–40周岁主要负责人截至上年末41周岁，不在18–40周岁范围内。 核对出生日期 不符合',
    );
    expect(visitor.html).not.toContain('1984');
  });

  test('starts a draft in every chosen category and keeps the check with its time', async () => {
    const sealer = new Sealer('test-secret-of-thirty-two-characters-0123');
    const { visitor, merchantId } = await makeApplicant(app, 'Agent', {
      principalSharePct: 30_00,
      birthDateSealed: sealer.seal('1990-01-01'),
    });
    const { G, Y } = programme.categoryIds;
    await visitor.get('/my/applications/new');
    await visitor.submit('/my/applications', { categoryIds: [G!, Y!] });
    expect(visitor.path).toBe('/my');
    const rows = await app.database.rows<{ state: string; eligibilityAt: string; count: string }>(
      `SELECT a.state, a.eligibility_at, a.eligibility AS count FROM application a
       JOIN category c ON c.id = a.category_id WHERE a.merchant_id = ? ORDER BY c.position, a.id`,
      [merchantId],
    );
    expect(
      rows.map((row) => [
        row.state,
        row.eligibilityAt.slice(0, 13),
        (JSON.parse(row.count) as unknown[]).length,
      ]),
    ).toEqual([
      ['Draft', '2026-09-10T02', 5],
      ['Draft', '2026-09-10T02', 7],
    ]);
    await visitor.get('/my/applications/new');
    expect(visitor.page.querySelector(`input[value=${G}]`)).toBeNull();
    await visitor.post('/my/applications', { _csrf: visitor.token, categoryIds: G! });
    expect(visitor.errors).toEqual(['该类别已经申报过。']);
  });

  test('after 24:00 Beijing time of the last day nothing starts', async () => {
    const late = await makeApplicant(app);
    await late.visitor.get('/my/applications/new');
    app.clock.moveTo('2026-09-30T16:00:00.000Z');
    await late.visitor.submit('/my/applications', { categoryIds: programme.categoryIds.G! });
    expect(late.visitor.status).toBe(422);
    expect(late.visitor.text).toContain('现在不在申报时间内');
    app.clock.moveTo(inTheWindow);
  });
});

describe('a draft', () => {
  let own: Applicant;
  let path: string;
  beforeAll(async () => {
    own = await makeApplicant(app);
    path = await startDraft(own, programme);
  });

  test('says step by step what is missing', async () => {
    const tasks = own.visitor.page
      .querySelectorAll('.task')
      .map((task) => [
        task.querySelector('a')!.text,
        task.querySelector('.tag')!.text.replace(/\s+/g, ' ').trim(),
      ]);
    expect(tasks).toEqual([
      ['登记信息', '已填完整'],
      ['指标数据', '未开始'],
      ['事迹说明', '未开始'],
      ['佐证材料', '未开始'],
      ['得分预览', '可随时查看'],
      ['核对内容', '提交前请核对'],
      ['承诺与提交', '最后一步'],
    ]);
  });

  test.each([
    '',
    '/register',
    '/figures',
    '/texts',
    '/evidence',
    '/preview',
    '/check',
    '/declarations',
    '/receipt',
    '/statement',
    '/withdrawal',
    '/removal',
    '/receipt/answers',
    '/receipts/1',
    '/receipts/1/answers',
    '/letter',
    '/figures/merge',
  ])('is missing for another merchant and for an account without one: %s', async (page) => {
    const other = await makeApplicant(app);
    await other.visitor.get(`${path}${page}`);
    expect(other.visitor.status).toBe(404);
    const nobody = await person(app, 'merchant', []);
    await nobody.visitor.get(`${path}${page}`);
    expect(nobody.visitor.status).toBe(404);
  });

  test('L04: cannot be changed by another merchant', async () => {
    const other = await makeApplicant(app);
    await other.visitor.get('/my');
    const { token } = other.visitor;
    for (const action of [
      'figures',
      'texts',
      'evidence',
      'submission',
      'withdrawal',
      'revision',
      'restoration',
      'removal',
      'correction',
      'confirmation-request',
    ]) {
      await other.visitor.post(`${path}/${action}`, { _csrf: token, registeredMarks: '9' });
      expect([action, other.visitor.status]).toEqual([action, 404]);
    }
  });
});
