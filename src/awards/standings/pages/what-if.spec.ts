import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AnalysedCategory, cells } from '../../../../test/support/analysed-category.js';
import { type Person, merchantPerson, office, person } from '../../../../test/support/people.js';
import type { TestApp } from '../../../../test/support/test-app.js';

const pages = ['robustness', 'what-if', 'agreement', 'ratings/composite'];

let made: AnalysedCategory;
let app: TestApp;
let approver: Person;
let tabulator: Person;
let path: string;

beforeAll(async () => {
  made = await AnalysedCategory.make();
  ({ app, approver, tabulator } = made);
  path = made.path('G');
}, 120_000);
afterAll(() => app.stop());

describe('before the lock', () => {
  test.each(pages)('%s is not there for those who compute', async (page) => {
    await tabulator.visitor.get(`${path}/${page}`);
    expect(tabulator.visitor.status).toBe(404);
  });

  test('nothing can be asked for either', async () => {
    const { visitor } = tabulator;
    await visitor.get(path);
    const { token } = visitor;
    for (const page of ['what-if', 'analysis']) {
      await visitor.post(`${path}/${page}`, { _csrf: token, rule: 'mean', drop: '0', quota: '1' });
      expect(visitor.status).toBe(404);
    }
    expect(await made.journalled('calculation.request')).toEqual([]);
  });
});

describe('the lock', () => {
  test('has the sureness of its standings computed once, and links to it', async () => {
    await made.lock('G');
    const asked = await made.journalled('calculation.request');
    expect(asked.filter(({ details }) => details.includes('standings.analysis'))).toHaveLength(1);
    await approver.visitor.get(path);
    const tabs = approver.visitor.page.querySelectorAll('.tabs a');
    expect(tabs.map((tab) => tab.getAttribute('href'))).toEqual([
      path,
      `${path}/robustness`,
      `${path}/what-if`,
      `${path}/agreement`,
    ]);
  });
});

describe('what if', () => {
  test('a bad form comes back with what was typed and writes nothing', async () => {
    const { visitor } = approver;
    await visitor.get(`${path}/what-if`);
    for (const [fields, errors] of [
      [{ rule: '' }, ['请选择“计分口径”。']],
      [{ quota: '2.5' }, ['“名额”请填整数。']],
      [{ quota: '5' }, ['名额不能多于参评件数4件。']],
      [{ without: '9' }, ['没有席位9的评分，请从列表中选择。']],
      [{ drop: '-1' }, ['“去掉最高、最低分各几个”不能小于0。']],
    ] as const) {
      await visitor.submit('/what-if', { ...fields, rule: 'rule' in fields ? '' : 'median' });
      expect([visitor.status, visitor.errors]).toEqual([422, errors]);
    }
    expect(visitor.page.querySelector('option[selected]')?.getAttribute('value')).toBe('median');
    expect(visitor.page.querySelector('#field-drop')?.getAttribute('value')).toBe('-1');
    expect(await made.journalled('standings.trial')).toEqual([]);
  });

  test('shows the trial beside the official standings, marked as such', async () => {
    const before = await standingRows();
    const { visitor } = approver;
    await visitor.get(`${path}/what-if`);
    await visitor.submit('/what-if', { rule: 'mean', drop: '1', quota: '2', without: '' });
    await visitor.settled();
    expect(visitor.path).toMatch(/\/what-if\?trial=[0-9a-z]{16}$/);
    expect(visitor.text).toContain('试算，不改变结果。');
    expect(visitor.text).toContain('口径：平均分；名额：2个；评委：不去掉，全部席位。');
    expect(visitor.text).toContain('与正式结果相比，名额内外有2件不同。');
    expect(cells(approver, 0).map((row) => row.slice(0, 8))).toEqual([
      ['1', '甲网商 2026-G-0001', '1', '不变', '50.45', '53.14', '拟入选', '仍在名额内'],
      ['2', '丙网商 2026-G-0003', '3', '前移1名', '46.94', '43.99', '未入选', '会进入'],
      ['3', '乙网商 2026-G-0002', '2', '后移1名', '45.49', '48.04', '拟入选', '会退出'],
      ['4', '丁网商 2026-G-0004', '4', '不变', '32.79', '33.56', '未入选', '仍在名额外'],
    ]);
    expect(await standingRows()).toEqual(before);
  });

  test('is journalled with who asked and what, each time', async () => {
    const { visitor } = approver;
    await visitor.get(`${path}/what-if`);
    const chosen = { rule: 'median', drop: '0', quota: '3', without: '5' };
    await visitor.submit('/what-if', chosen);
    await visitor.get(`${path}/what-if`);
    await visitor.submit('/what-if', chosen);
    const trials = await made.journalled('standings.trial');
    expect(trials).toHaveLength(3);
    expect(trials[2]).toMatchObject({ actorId: approver.accountId, actorRole: 'Approver' });
    expect(JSON.parse(trials[2]!.details)).toEqual({
      number: 1,
      rule: 'median',
      drop: 0,
      quota: 3,
      without: '5',
    });
    const asked = await made.journalled('calculation.request');
    expect(asked.filter(({ details }) => details.includes('"standings.'))).toHaveLength(3);
  });
});

describe('access', () => {
  test('of everybody else ends at a page that does not exist', async () => {
    const others = [
      await merchantPerson(app, made.entries[0]!.merchantId),
      await person(app, 'judge', [{ role: 'Judge' }]),
      await person(app, 'judge', [{ role: 'Chair' }]),
      await office(app, 'Screener', 'Verifier', 'Publisher'),
      await person(app, 'office', [{ role: 'DivisionApprover', divisionCode: '330802' }]),
    ];
    for (const { visitor } of others) {
      for (const page of pages) expect((await visitor.get(`${path}/${page}`)).status).toBe(404);
    }
    const anybody = app.visitor();
    await anybody.get(`${path}/robustness`);
    expect(anybody.path).toMatch(/^\/sign-in/);
  });

  test('to a trial is by the lock it belongs to', async () => {
    const { visitor } = approver;
    const { id } = (await app.database.row<{ id: string }>(
      `SELECT id FROM calculation_job WHERE kind = 'standings.trial' ORDER BY id LIMIT 1`,
    ))!;
    expect((await visitor.get(`${path}/what-if?trial=${id}`)).status).toBe(200);
    expect(visitor.page.querySelectorAll('tbody tr')).toHaveLength(4);
    await made.lock('Y');
    expect((await visitor.get(`${made.path('Y')}/what-if`)).status).toBe(200);
    expect((await visitor.get(`${made.path('Y')}/what-if?trial=${id}`)).status).toBe(404);
  });
});

test('a rule that the data does not allow says why and leads back', async () => {
  const { visitor } = approver;
  await visitor.get(`${made.path('Y')}/what-if`);
  await visitor.submit('/what-if', { rule: 'calibrated', quota: '1' });
  await visitor.settled();
  expect(visitor.path).toMatch(/^\/office\/jobs\//);
  expect(visitor.page.querySelector('h1')?.text).toBe('计算没有结果：名次试算');
  expect(visitor.page.querySelector('main .notice')?.text.trim()).toBe(
    '只有一份申报（2026-Y-0001），无法比较。',
  );
  const back = visitor.page.querySelector('main .stack a')?.getAttribute('href') ?? '';
  expect((await visitor.get(back)).status).toBe(200);
  expect(visitor.page.querySelectorAll('table')).toHaveLength(0);
});

function standingRows() {
  return app.database.rows('SELECT * FROM standing ORDER BY id');
}
