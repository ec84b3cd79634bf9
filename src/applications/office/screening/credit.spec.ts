import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Person, merchantPerson, office } from '../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { VetoQueries } from './veto.queries.js';

let app: TestApp;
let programme: TestProgramme;
let screener: Person;
let today: string;
let first: string;
let second: string;
let merchantId: string;

/** Every rule asked again before the notice: V9, V10 count when established, V14 before conferment. */
const renewed = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V11', 'V12', 'V13'];

beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'Proposed');
  screener = await office(app, 'Screener');
  today = beijingDate(app.clock.now());
  const made = await makeSubmitted(app, programme, { state: 'Proposed', name: '柑橘网商' });
  merchantId = made.merchantId;
  first = made.id;
  second = (await makeSubmitted(app, programme, { state: 'Proposed', name: '茶叶网商' })).id;
  await makeSubmitted(app, programme, { state: 'NotProposed', name: '未入选网商' });
});
afterAll(() => app.stop());

const open = async (point: 'K2' | 'K3') => {
  const found = await app.app.get(VetoQueries).blockers([first, second], point, today);
  return [first, second].map((id) => found.get(id)!.map(({ rule }) => rule));
};

const path = () => `/office/credit/${programme.id}`;

describe('renewed credit queries', () => {
  test('lists who is proposed with what is open, and ticks it for the batch', async () => {
    const { visitor } = screener;
    await visitor.get(path());
    expect(visitor.text).toContain('共2份申报，其中2份还有事项须核查。');
    // One sentence for all, however many they are.
    expect(visitor.text.match(/尚未核查。/g)).toHaveLength(2);
    expect(visitor.text).toContain('V1、V2、');
    expect(visitor.text).not.toContain('未入选网商');
    const links = visitor.page.querySelectorAll('tbody a').map((one) => one.getAttribute('href'));
    expect(new Set(links)).toEqual(
      new Set([first, second].map((id) => `/office/screening/${id}?point=K2`)),
    );
    const ticked = (name: string) =>
      visitor.page
        .querySelectorAll(`input[name=${name}][checked]`)
        .map((box) => box.getAttribute('value'));
    expect(new Set(ticked('applications'))).toEqual(new Set([first, second]));
    expect(ticked('rules')).toEqual(['V1', 'V2', 'V3', 'V7', 'V12']);
  });

  test('a source from tomorrow writes nothing and keeps what was typed', async () => {
    const { visitor } = screener;
    await visitor.get(path());
    const late = { 'asOf.year': '2099', 'asOf.month': '1', 'asOf.day': '1' };
    await visitor.submit(path(), { source: '信用中国（浙江）', ...late });
    expect([visitor.status, visitor.errors]).toEqual([422, ['查询日期不能晚于今天。']]);
    expect(visitor.html).toContain('value="信用中国（浙江）"');
    expect(await app.database.rows('SELECT id FROM veto_check')).toEqual([]);
    await visitor.get(path());
    await visitor.submit(path(), { source: '信用中国（浙江）', applications: [] });
    expect(visitor.status).toBe(422);
  });

  test('a single finding is recorded at the point of the page it was opened from', async () => {
    const { visitor } = screener;
    await visitor.get(`/office/screening/${first}?point=K2`);
    expect(visitor.text).toContain('公示前应核查的事项');
    const [year = '', month = '', day = ''] = today.split('-');
    await visitor.submit(`/office/screening/${first}/checks`, {
      rule: 'V3',
      result: 'Hit',
      source: '市场监管部门回函',
      'asOf.year': year,
      'asOf.month': month,
      'asOf.day': day,
      'decidedOn.year': '2026',
      'decidedOn.month': '6',
      'decidedOn.day': '1',
    });
    expect(visitor.path).toBe(`/office/screening/${first}?point=K2`);
    expect(
      await app.database.rows('SELECT application_id, check_point, rule, result FROM veto_check'),
    ).toEqual([{ applicationId: first, checkPoint: 'K2', rule: 'V3', result: 'Hit' }]);
  });

  test('a batch of nothing is told all that it lacks, and none of that is called optional', async () => {
    const { visitor } = screener;
    for (const place of [path(), `/office/screening/${first}`]) {
      await visitor.get(place);
      const form = visitor.page
        .querySelectorAll('form')
        .find((one) => one.querySelector('input[name=rules]'))!;
      expect(form.text).not.toContain('选填');
      const named = form.querySelector('input[name=applications]') ? ['申报'] : [];
      await visitor.submit(form.getAttribute('action')!, {
        rules: [],
        applications: [],
        source: '',
        clearSource: '',
      });
      expect([visitor.status, visitor.errors.toSorted()]).toEqual([
        422,
        [
          '请填写“查询来源”。',
          ...['未发现记录的事项', ...named].map((one) => `请选择“${one}”。`),
        ].toSorted(),
      ]);
    }
  });

  test('one form clears every ticked application, save what was found before', async () => {
    const { visitor } = screener;
    await visitor.get(path());
    await visitor.submit(path(), { source: '信用中国（浙江）', rules: renewed });
    expect(visitor.text).toContain('已登记21项核查结果。');
    expect(await open('K2')).toEqual([['V3'], []]);
    expect(visitor.text).toContain('共2份申报，其中1份还有事项须核查。');
    expect((await open('K3')).map((rules) => rules.length)).toEqual([12, 12]);
  });

  test('a source that answers later waits for no second reading, a hit does', async () => {
    const { visitor } = screener;
    const other = await office(app, 'Verifier');
    const waits = async () => {
      await other.visitor.get('/office/screening?state=unread');
      const listed = other.visitor.page.querySelector('tbody')?.text.includes('茶叶网商') ?? false;
      await other.visitor.get(`/office?programme=${programme.id}`);
      return [listed, other.visitor.text.includes('复核信用查询结果')];
    };
    const check = async (given: Record<string, string>) => {
      app.clock.moveTo(new Date(Date.parse(app.clock.now()) + 60_000).toISOString());
      await visitor.get(`/office/screening/${second}?point=K2`);
      await visitor.submit('/checks', { rule: 'V7', source: '税务公告', note: '', ...given });
      expect(visitor.errors).toEqual([]);
    };
    const before = await waits();
    await check({ result: 'Unavailable', note: '网站维护，稍后再查。' });
    expect(await waits()).toEqual([true, true]);
    await check({ result: 'Clear' });
    expect(await waits()).toEqual(before);
  });

  test('the point before conferment is chosen by address, the supervisor only looks', async () => {
    const supervisor = await office(app, 'Supervisor');
    await supervisor.visitor.get(`${path()}?point=K3`);
    expect(supervisor.visitor.text).toContain('V14尚未核查。');
    expect(supervisor.visitor.page.querySelector('main form')).toBeNull();
    await supervisor.visitor.post(path(), { _csrf: supervisor.visitor.token });
    expect(supervisor.visitor.status).toBe(404);
    const merchant = await merchantPerson(app, merchantId);
    await merchant.visitor.get(path());
    expect(merchant.visitor.status).toBe(404);
  });

  test('the page takes as many queries for two applications as for five', async () => {
    const count = async () => {
      const before = app.database.readCount;
      await screener.visitor.get(path());
      return app.database.readCount - before;
    };
    const some = await count();
    for (const name of ['甲', '乙', '丙']) {
      await makeSubmitted(app, programme, { state: 'Selected', name: `${name}网商` });
    }
    expect(await count()).toBe(some);
  });
});

describe('the queries of the screening', () => {
  test('are recorded for every ticked application at once, from the list', async () => {
    const screening = await makeProgramme(app, 'Screening');
    await app.database.execute('UPDATE programme SET year = 2027 WHERE id = ?', [screening.id]);
    const ids = [];
    for (const name of ['甲商行', '乙商行', '丙商行']) {
      ids.push((await makeSubmitted(app, screening, { state: 'Recommended', name })).id);
    }
    await makeSubmitted(app, screening, { state: 'ScreenedIn', name: '已过商行' });
    const { visitor } = screener;
    await visitor.get('/office/screening');
    const batch = visitor.page
      .querySelectorAll('.button-row a')
      .filter((link) => link.text.startsWith('批量登记查询结果'))
      .map((link) => link.getAttribute('href')!)
      .find((href) => href.includes(screening.id))!;
    await visitor.get(batch.replaceAll('&#x3D;', '='));
    expect(visitor.text).toContain('共3份申报，其中3份还有事项须核查。');
    expect(visitor.text).not.toContain('已过商行');
    await visitor.submit(`/office/credit/${screening.id}`, {
      source: '信用中国（浙江）',
      applications: ids.slice(0, 2),
      rules: ['V1', 'V2'],
    });
    expect(visitor.text).toContain('已登记4项核查结果。');
    expect(
      await app.database.rows(
        `SELECT check_point, result, COUNT(*) AS count, COUNT(DISTINCT application_id) AS applications
         FROM veto_check WHERE check_point = 'K1' GROUP BY check_point, result`,
      ),
    ).toEqual([{ checkPoint: 'K1', result: 'Clear', count: 4, applications: 2 }]);
  });
});
