import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attestDraw } from '../../test/support/attest.js';
import {
  type SeatedJudge,
  declareNone,
  seatPanel,
  verifiedApplication,
} from '../../test/support/judging.js';
import { type Person, office } from '../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../test/support/programme.js';
import { TestApp } from '../../test/support/test-app.js';
import { JudgeSheets } from './sheets/judge-sheets.js';
import { JudgingQueries } from './sheets/judging.queries.js';

const scores = { 'score-G11': '650', 'score-G13': '500', 'score-G15': '500', 'score-G16': '300' };
let app: TestApp;
let programme: TestProgramme;
let registrar: Person;
let judges: SeatedJudge[];
let roundId: string;
let names: string[];

beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'Drawing');
  registrar = await office(app, 'CityRegistrar');
  names = [];
  for (let i = 0; i < 3; i += 1) names.push((await verifiedApplication(app, programme, 'G')).name);
  judges = await seatPanel(app, programme, 'G', 5, 1);
  roundId = programme.roundIds['G.material']!;
});
afterAll(() => app.stop());

const ownSheets = async (judge: SeatedJudge) => {
  await judge.visitor.get('/judging?show=all');
  return judge.visitor.page
    .querySelectorAll('.task-list a[href^="/judging/sheets/"]')
    .map((link) => link.getAttribute('href')!);
};

describe('judging one category', () => {
  test('nothing of a file opens before the declaration (gate)', async () => {
    await attestDraw(app, programme.id);
    await registrar.visitor.get(`/office/panels/${programme.id}`);
    await registrar.visitor.submit('/declaration');
    expect(registrar.visitor.status).toBe(200);
    expect(await ownSheets(judges[0]!)).toEqual([]);
    await registrar.visitor.get(`/office/rounds/${roundId}`);
    await registrar.visitor.submit('/opening');
    expect(registrar.visitor.status).toBe(422);
    expect(registrar.visitor.errors[0]).toMatch(/^还有5位评委没有签署回避申报/);
  });

  test('an unanswered applicant blocks and keeps the answers; the list names no number', async () => {
    const [judge] = judges;
    const { visitor } = judge!;
    await visitor.get(`/judging/seats/${judge!.seatId}/declaration`);
    for (const name of names) expect(visitor.text).toContain(name);
    const fields = visitor.page
      .querySelectorAll('[name^=ground-][value=none]')
      .map((field) => field.getAttribute('name')!);
    await visitor.submit('/declaration', { [fields[0]!]: '7', [fields[1]!]: 'none' });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toHaveLength(2);
    const [chosen] = visitor.page.querySelectorAll(`[name=${fields[0]!}][checked]`);
    expect(chosen!.getAttribute('value')).toBe('7');
    const rows = await app.database.rows('SELECT id FROM conflict_declaration');
    expect(rows).toEqual([]);
  });

  test('every judge declares; the round opens with a sheet for each seat and application', async () => {
    for (const judge of judges) await declareNone(judge);
    await registrar.visitor.get(`/office/rounds/${roundId}`);
    await registrar.visitor.submit('/opening');
    expect(registrar.visitor.errors).toEqual([]);
    const work = await app.app.get(JudgingQueries).openWork(programme.categoryIds.G!);
    expect(work[0]).toMatchObject({ kind: 'material', total: 15, unsigned: 15 });
    expect(await ownSheets(judges[0]!)).toHaveLength(3);
    expect(await ownSheets(judges[5]!)).toEqual([]);
    const [row] = await app.database.rows<{ state: string }>('SELECT state FROM programme');
    expect(row!.state).toBe('MaterialReview');
  });

  test('a draft may be incomplete, never out of range; 422 keeps what was typed', async () => {
    const { visitor } = judges[0]!;
    const [path] = await ownSheets(judges[0]!);
    await visitor.get(path!);
    await visitor.submit('/judging/sheets/', { ...scores, after: 'stay' });
    expect(visitor.path).toBe(path);
    expect(visitor.text).toContain('评分表已保存');
    await visitor.submit('/judging/sheets/', { 'score-G17': '999999', 'comment-G11': '证据充分' });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toHaveLength(1);
    expect(visitor.html).toContain('证据充分');
    await visitor.get(path!);
    expect(visitor.html).not.toContain('证据充分');
  });

  test('a sheet keeps when it was first opened and when every score was first in', async () => {
    const { visitor } = judges[0]!;
    const path = (await ownSheets(judges[0]!))[1]!;
    const at = (minutes: number) => new Date(Date.parse(begun) + minutes * 60_000).toISOString();
    const begun = app.clock.now();
    const times = () =>
      app.database.row<{ firstOpenedAt: string; completedAt: string | null }>(
        'SELECT first_opened_at, completed_at FROM score_sheet WHERE id = ?',
        [path.split('/').at(-1)!],
      );
    const seconds = async () => {
      const { firstOpenedAt, completedAt } = (await times())!;
      return (
        completedAt && Math.round((Date.parse(completedAt) - Date.parse(firstOpenedAt)) / 1000)
      );
    };
    await visitor.get(path);
    app.clock.moveTo(at(10));
    await visitor.submit('/judging/sheets/', { 'score-G17': '250', after: 'stay' });
    expect(await seconds()).toBeNull();
    app.clock.moveTo(at(25));
    await visitor.submit('/judging/sheets/', { ...scores, 'score-G17': '250', after: 'stay' });
    expect(await seconds()).toBeGreaterThanOrEqual(1500);
    const complete = (await times())!;
    app.clock.moveTo(at(40));
    await visitor.submit('/judging/sheets/', { 'score-G17': '300', after: 'stay' });
    expect(await times()).toEqual(complete);
  });

  test('L16 L15 L38: no judge and no office page shows another score before every signature', async () => {
    const [first] = judges;
    const foreign = (await ownSheets(first!))[0]!;
    for (const other of judges.slice(1, 5)) {
      await other.visitor.get(foreign);
      expect(other.visitor.status).toBe(404);
      await other.visitor.get('/judging');
      expect(other.visitor.text).toContain('已完成 0 / 3');
      expect(other.visitor.html).not.toContain('22.50');
    }
    await registrar.visitor.get(`/office/rounds/${roundId}`);
    expect(registrar.visitor.text).toContain('成绩锁定之前，任何人都看不到评委的打分');
    expect(registrar.visitor.html).not.toContain('22.50');
  });

  test('L29: an unscored sheet cannot be signed', async () => {
    const { visitor } = judges[1]!;
    const [path] = await ownSheets(judges[1]!);
    await visitor.get(`/judging/rounds/${roundId}/sign`);
    expect(visitor.text).toContain('尚不能签字（3份）');
    await visitor.get('/account/password');
    const key = `${path!.split('/').at(-1)}.1`;
    await visitor.post(`/judging/rounds/${roundId}/sign`, {
      _csrf: visitor.token,
      sheets: key,
      confirm: 'on',
    });
    expect(visitor.status).toBe(422);
    expect(visitor.errors[0]).toMatch(/还不能签字，请补全分数或者评语/);
  });

  test('L31 L30: a late relation voids and keeps the sheet; the applicant is gone; an alternate scores', async () => {
    const judge = judges[2]!;
    const [path] = await ownSheets(judge);
    await judge.visitor.get(path!);
    await judge.visitor.submit('/conflict', { ground: '3', explanation: '负责人是我的亲戚' });
    expect(judge.visitor.path).toBe('/judging');
    expect(await ownSheets(judge)).toHaveLength(2);
    expect(judge.visitor.text).toContain('已完成 0 / 2');
    await judge.visitor.get(path!);
    expect(judge.visitor.status).toBe(404);
    const rows = await app.database.rows<{ state: string; voidReason: string }>(
      "SELECT state, void_reason FROM score_sheet WHERE state = 'Voided'",
    );
    expect(rows).toEqual([{ state: 'Voided', voidReason: '负责人是我的亲戚' }]);
    expect(await ownSheets(judges[5]!)).toHaveLength(1);
  });

  test('L34: signing closes the sheet with the head of the journal; edits are refused', async () => {
    for (const judge of judges) {
      const { visitor } = judge;
      for (const path of await ownSheets(judge)) {
        await visitor.get(path);
        await visitor.submit('/judging/sheets/', { ...scores, 'score-G17': '250' });
      }
      await visitor.get(`/judging/rounds/${roundId}/review`);
      expect(visitor.text).toContain('22.00');
      await visitor.get(`/judging/rounds/${roundId}/sign`);
      const keys = visitor.page
        .querySelectorAll('input[name=sheets]')
        .map((field) => field.getAttribute('value')!);
      await visitor.submit('/judging/rounds/', { sheets: keys, dissent: '' });
      expect(visitor.errors).toEqual([]);
    }
    const [path] = await ownSheets(judges[0]!);
    const { visitor } = judges[0]!;
    await visitor.get(path!);
    await visitor.post(path!, {
      ...scores,
      _csrf: visitor.token,
      version: '9',
      'score-G17': '300',
    });
    expect(visitor.status).toBe(409);
    await visitor.get(`${path}/print`);
    expect(visitor.text).toMatch(/链头：[0-9a-f]{64}/);
  });

  test('awards read fifteen signed sheets and none that was voided; the office sees none of them', async () => {
    const before = app.database.readCount;
    const sheets = await app.app.get(JudgeSheets).load(programme.categoryIds.G!);
    expect(app.database.readCount - before).toBeLessThanOrEqual(3);
    expect([...sheets.values()].map((one) => one.length)).toEqual([5, 5, 5]);
    const all = [...sheets.values()].flat();
    expect(all[0]!.scores).toEqual({ G11: 650, G13: 500, G15: 500, G16: 300, G17: 250 });
    expect(all.map(({ seat }) => seat).filter((seat) => seat === 101)).toHaveLength(1);
    await registrar.visitor.get(`/office/rounds/${roundId}`);
    expect(registrar.visitor.text).toContain('各申报的分歧情况');
    expect(registrar.visitor.html).not.toContain('22.00');
    await registrar.visitor.submit('/closing');
    expect(registrar.visitor.errors).toEqual([]);
  });
});
