import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Person, divisionPerson, office } from '../../../test/support/people.js';
import { loadWorkingDays, makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { RECOMMENDING_DIVISIONS } from '../../rules/programme/recommending-divisions.js';
import { ProgrammeGuards } from '../programme-guards.js';
import { ProgrammeQueries } from '../programme.queries.js';

let app: TestApp;
let registrar: Person;
let approver: Person;

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-01-05T01:00:00.000Z');
  await loadWorkingDays(app);
  await makeProgramme(app, 'InForce');
  registrar = await office(app, 'CityRegistrar');
  approver = await office(app, 'Approver');
});
afterAll(() => app.stop());

const details = {
  name: '2027年示范网商评选',
  'openingDay.year': '2026',
  'openingDay.month': '1',
  'openingDay.day': '10',
};
const validity = Object.fromEntries(
  Object.entries({ validFrom: [2026, 1, 1], validTo: [2027, 12, 31] }).flatMap(([name, parts]) =>
    ['year', 'month', 'day'].map((part, i) => [`${name}.${part}`, String(parts[i])]),
  ),
);
const programmes = () => app.app.get(ProgrammeQueries).all();
const one = (text: string) => text.split(' ').filter(Boolean);

describe('a programme copied from last year', () => {
  let id: string;

  test('keeps what was typed and writes nothing while a field is wrong', async () => {
    const { visitor } = registrar;
    await visitor.get('/office/programmes/new');
    await visitor.submit('/office/programmes', { ...details, name: '中国示范网商评选' });
    expect([visitor.status, visitor.errors]).toEqual([422, ['活动名称不得使用“中国”字样。']]);
    expect(visitor.html).toContain('value="中国示范网商评选"');
    await visitor.submit('/office/programmes', { ...details, name: '一'.repeat(26) });
    expect(visitor.errors).toEqual(['“活动名称”应为4至25个字，现有26个字。']);
    expect(await programmes()).toHaveLength(1);
  });

  test('is refused when its calendar touches a year that is not loaded', async () => {
    const { visitor } = registrar;
    await visitor.get('/office/programmes/new');
    await visitor.submit('/office/programmes', { ...details, 'openingDay.month': '12' });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['2027年的工作日历尚未录入，无法计算期限。请先按国务院办公厅放假通知录入。'],
    ]);
    expect(await programmes()).toHaveLength(1);
  });

  test('takes over rules, categories and rounds, and lays out its calendar in working days', async () => {
    const { visitor } = registrar;
    await visitor.get('/office/programmes/new');
    await visitor.submit('/office/programmes', details);
    expect(visitor.path).toMatch(/^\/office\/programmes\/\w{16}$/);
    id = visitor.path.split('/')[3]!;
    const programme = await app.app.get(ProgrammeQueries).byId(id);
    expect([programme.slug, programme.state, programme.dataYear]).toEqual([
      '2027',
      'Preparing',
      2026,
    ]);
    expect(programme.calendar.slice(0, 3)).toMatchObject([
      { phase: 'Open', from: '2026-01-12', to: '2026-03-16', workingDays: 42 },
      { phase: 'DivisionReview', from: '2026-03-17', to: '2026-03-30', workingDays: 10 },
      { phase: 'Screening', from: '2026-03-31', to: '2026-04-07', workingDays: 5 },
    ]);
    const { rules } = await app.app.get(ProgrammeQueries).rules(id);
    expect(rules.reference).toEqual({ year: 2026, applicationDeadline: '2026-03-16' });
    const rounds = await app.app.get(ProgrammeQueries).rounds(id);
    expect(rounds.map((round) => `${round.categoryCode}.${round.kind}`)).toEqual([
      'G.material',
      'G.defence',
      'Y.material',
      'Y.defence',
      'N.material',
      'N.defence',
    ]);
  });

  test('is not public before it is announced', async () => {
    const visitor = await app.visitor().get('/programmes/2027');
    expect(visitor.status).toBe(404);
  });

  test('refuses phases that overlap and says which', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/programmes/${id}/calendar`);
    await visitor.post(`/office/programmes/${id}/calendar`, {
      _csrf: visitor.token,
      version: '1',
      'Open.from': '2026-01-12',
      'Open.to': '2026-03-17',
      'Screening.from': '2026-03-10',
      'Screening.to': '2026-03-31',
    });
    expect(visitor.errors).toEqual([
      '资格审查：开始日期2026年3月10日须晚于上一阶段截止日期2026年3月17日。',
    ]);
    expect(visitor.html).toContain('value="2026-03-10"');
  });

  test('two tabs: the second is shown both and nothing is lost', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/programmes/${id}/details`);
    const version = visitor.page.querySelector('input[name=version]')!.getAttribute('value')!;
    await visitor.submit('/details', { host: '甲单位' });
    expect(visitor.status).toBe(200);
    await visitor.get(`/office/programmes/${id}/details`);
    await visitor.submit('/details', { host: '乙单位', version });
    expect(visitor.status).toBe(409);
    expect(visitor.text).toContain('主办单位甲单位乙单位');
    expect((await app.app.get(ProgrammeQueries).byId(id)).host).toBe('甲单位');
  });

  test('a document number is checked, a second person approves, a change of name takes it back', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/programmes/${id}/legal-basis`);
    const basis = {
      type: 'approvedDemonstration',
      approvingOrgan: '测试市人民政府',
      documentNumber: '测政发[2026]1号',
      ...validity,
    };
    await visitor.submit('/legal-basis', basis);
    expect(visitor.errors).toEqual([
      '“测政发[2026]1号”不是规范的发文字号，格式例如：衢商务〔2013〕5号。',
    ]);
    await visitor.submit('/legal-basis', { ...basis, documentNumber: '测政发〔2026〕1号' });
    expect(visitor.path).toBe(`/office/programmes/${id}`);
    await visitor.get(`/office/programmes/${id}/legal-basis/approval`);
    expect(visitor.status).toBe(404);
    await approver.visitor.get(`/office/programmes/${id}/legal-basis/approval`);
    await approver.visitor.submit('/legal-basis/approval');
    const guards = app.app.get(ProgrammeGuards);
    expect((await guards.of(id)).legalBasisApproved).toBe(true);
    await visitor.get(`/office/programmes/${id}/details`);
    await visitor.submit('/details', { name: '2027年度示范网商评选' });
    expect(visitor.html).toContain('立项依据须重新批准');
    expect((await guards.of(id)).legalBasisApproved).toBe(false);
    await approver.visitor.get(`/office/programmes/${id}/legal-basis/approval`);
    await approver.visitor.submit('/legal-basis/approval');
  });

  test('weights must sum to 100: check shows the sum, save refuses and keeps, and nothing is written', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/programmes/${id}/rules`);
    const weight = 'categories.0.rubric.2.indicators.1.weight';
    await visitor.submit('/rules', { [weight]: '9', action: 'check' });
    expect(visitor.status).toBe(200);
    expect(visitor.text).toContain('权重合计101分');
    await visitor.submit('/rules', { [weight]: '9', action: 'save' });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual(['“示范网商”的指标权重合计 101.00，应为100']);
    const other = 'categories.0.rubric.2.indicators.3.weight';
    await visitor.submit('/rules', { [weight]: '9', [other]: '5', action: 'save' });
    expect([visitor.status, visitor.path]).toEqual([200, `/office/programmes/${id}/rules?tab=G`]);
    const { rules, number } = await app.app.get(ProgrammeQueries).rules(id);
    const [starters] = rules.categories[0]!.rubric[2]!.indicators.slice(1);
    expect([number, starters!.weight]).toEqual([1, 900]);
    expect(
      starters!.scoring.kind === 'anchors' && starters!.scoring.anchors.map((a) => a.points),
    ).toEqual([900, 700, 550, 250, 0]);
  });

  test('hostile numbers answer with the sentence of the field', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/programmes/${id}/rules`);
    await visitor.submit('/rules', {
      'categories.0.quota': '<b>10',
      'categories.0.passMark': '1e9',
      action: 'save',
    });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['“<b>10”不是整数。', '“1e9”不是有效数字，最多两位小数。'],
    ]);
  });

  test('is announced only when every guard holds; its rules are then frozen and public', async () => {
    const { visitor } = approver;
    await visitor.get(`/office/programmes/${id}`);
    expect(visitor.text).toContain('有6个县（市、区）没有配齐两名工作人员。');
    expect(visitor.page.querySelector('form[action$="/announcement"]')).toBeNull();
    for (const division of RECOMMENDING_DIVISIONS) {
      await divisionPerson(app, 'DivisionReviewer', division);
      await divisionPerson(app, 'DivisionApprover', division);
    }
    await visitor.get(`/office/programmes/${id}`);
    await visitor.submit('/announcement');
    const programme = await app.app.get(ProgrammeQueries).byId(id);
    expect(programme.state).toBe('Announced');
    const { frozenAt } = await app.app.get(ProgrammeQueries).rules(id);
    expect(frozenAt).toMatch(/^2026-01-05T01:/);
    const reader = await app.visitor().get('/programmes/2027');
    expect(reader.status).toBe(200);
    expect(reader.text).toContain('本活动不向申报单位和个人收取任何费用。');
    expect(reader.text).toContain('测政发〔2026〕1号');
    await reader.get('/programmes/2027/rules.json');
    expect(JSON.parse(reader.html)).toMatchObject({ number: 1, programme: '2027年度示范网商评选' });
    await reader.get('/programmes/2027/calendar.ics');
    expect(reader.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(reader.html).toContain(`\r\nUID:${id}-Open@biaogan\r\nSEQUENCE:0\r\n`);
  });

  test('afterwards a change of rules is a new version with a reason', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/programmes/${id}/rules`);
    await visitor.submit('/rules', { 'categories.1.passMark': '65', action: 'save' });
    expect(visitor.errors).toEqual(['规则已固定，请说明修改理由。']);
    await visitor.submit('/rules', {
      'categories.1.passMark': '65',
      reason: '首届青年网商类别参评面较窄',
      action: 'save',
    });
    const version = await app.app.get(ProgrammeQueries).rules(id);
    expect([version.number, version.rules.categories[1]!.passMark]).toEqual([2, 6500]);
    expect(visitor.text).toContain('首届青年网商类别参评面较窄');
    await visitor.get(`/office/programmes/${id}/details`);
    await visitor.submit('/details', { host: '丙单位' });
    expect(visitor.status).toBe(409);
    expect(visitor.text).toContain('活动已发布，筹备内容不能再修改。');
  });

  test('the journal names every act', async () => {
    const rows = await app.database.rows<{ event: string }>(
      'SELECT event FROM journal_entry WHERE programme_id = ? ORDER BY sequence',
      [id],
    );
    expect(rows.map(({ event }) => event)).toEqual(
      one(
        `programme.prepare programme.edit legalBasis.save legalBasis.approve
        programme.edit legalBasis.withdrawApproval legalBasis.approve ruleVersion.edit
        programme.announce ruleVersion.add`.replace(/\s+/g, ' '),
      ),
    );
  });
});
