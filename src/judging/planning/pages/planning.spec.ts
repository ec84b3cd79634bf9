import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../../seeds/reference/rule-sets/preset-now.js';
import { makeScoredCategory } from '../../../../test/support/award.js';
import { type Person, office, person } from '../../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../../test/support/programme.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { Programme } from '../../../programmes/programme.entity.js';
import { Round } from '../../../programmes/round.entity.js';
import { planDesigns } from '../../../rules/planning/plan-designs.js';
import { DEFAULT_ASSUMPTIONS } from '../../../rules/planning/score-model.js';

let app: TestApp;
let programme: TestProgramme;
let registrar: Person;
let path: string;

const asked = {
  applications: '20',
  winners: '5',
  judges: '6',
  sheets: '110',
  minutes: '15',
  source: 'documented',
  runs: '30',
  seed: '2013',
};

beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'Preparing');
  registrar = await office(app, 'CityRegistrar');
  path = `/office/programmes/${programme.id}/planning`;
}, 120_000);
afterAll(() => app.stop());

/** Waits on the page of the job, as a person does, until it leads back. */
async function computed(): Promise<void> {
  const { visitor } = registrar;
  await visitor.settled();
  expect(visitor.status).toBe(200);
}

const table = (id: string) =>
  registrar.visitor.page
    .querySelectorAll(`#${id}-caption ~ tbody tr`)
    .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.trim()));
const value = (name: string) =>
  registrar.visitor.page.querySelector(`input[name=${name}]`)?.getAttribute('value');
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

describe('planning the rounds of a programme', () => {
  test('proposes the year’s quota and the documented assumptions where nothing was judged before', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/programmes/${programme.id}/rounds`);
    expect(visitor.page.querySelector(`a[href="${path}"]`)).not.toBeNull();
    await visitor.get(path);
    const { quota } = PRESET_NOW.categories.find(({ code }) => code === 'G')!;
    expect([value('winners'), value('meritDeviation'), value('seed')]).toEqual([
      String(quota),
      '6.00',
      '2026',
    ]);
    expect(visitor.text).toContain('系统中没有同类别以往已锁分的评分');
  });

  test.each([
    [{ winners: '21' }, '名额“21”有误，应为1至20之间的整数。', 'winners', '21'],
    [{ judges: '六' }, '“可请到的评委人数”请填数字。', 'judges', '六'],
    [
      { runs: '2000', applications: '5000', sheets: '5000' },
      '这样规模的测算用时过长，模拟次数请不超过133次。',
      'runs',
      '2000',
    ],
    [{ source: 'past' }, '没有同类别以往已锁分的评分，请改选其他来源。', 'seed', '2013'],
  ])(
    'refuses %j beside its field, keeps what was typed and computes nothing',
    async (change, sentence, field, kept) => {
      const { visitor } = registrar;
      await visitor.get(path);
      await visitor.submit('/planning', { ...asked, ...change });
      expect([visitor.status, visitor.errors]).toEqual([422, [sentence]]);
      expect(value(field)).toBe(kept);
      const jobs = await app.database.row('SELECT COUNT(*) AS count FROM calculation_job');
      expect(jobs).toEqual({ count: 0 });
    },
  );

  test('shows what the rule computes: designs, chances under every rule, the seed', async () => {
    const { visitor } = registrar;
    await visitor.get(path);
    await visitor.submit('/planning', asked);
    await computed();
    const { designs } = planDesigns({
      budget: { applications: 20, winners: 5, judges: 6, sheets: 110, minutes: 15, runs: 30 },
      source: { given: DEFAULT_ASSUMPTIONS },
      seed: '2013',
    });
    expect(table('designs')).toEqual(
      designs.map(({ judges, perApplication, sheets, sheetsPerJudge, rules }) => [
        judges === perApplication
          ? `同样${judges}位评全部`
          : `${judges}位分评，每份${perApplication}位`,
        String(sheets),
        String(sheetsPerJudge),
        ((sheetsPerJudge * 15) / 60).toFixed(1),
        percent(rules.trimmed.recall.value),
        percent(rules.trimmed.favourite.value),
        percent(rules.trimmed.favouriteOfColluder.value),
      ]),
    );
    expect(table('recall').map((row) => row.length)).toEqual([6, 6, 6, 6]);
    expect(visitor.page.querySelectorAll('svg .chart-dot')).toHaveLength(4);
    expect(visitor.text).toContain('随机种子（相同种子，结果相同）2013');
    expect([value('applications'), value('seed')]).toEqual(['20', '2013']);
  });

  test('the same question is one calculation; another seed is another', async () => {
    const { visitor } = registrar;
    const count = () => app.database.row('SELECT COUNT(*) AS count FROM calculation_job');
    await visitor.submit('/planning', asked);
    await computed();
    expect(await count()).toEqual({ count: 1 });
    await visitor.submit('/planning', { ...asked, seed: '甲' });
    await computed();
    expect(await count()).toEqual({ count: 2 });
    expect(visitor.text).toContain('结果相同）甲');
  });

  test('estimates the spread from the last locked round of the category', async () => {
    const past = await makeProgramme(app, 'InForce');
    await app.database.repo(Programme).update(past.id, { year: 2025, name: '2025年评选' });
    await makeScoredCategory(app, past, PRESET_NOW, 'G', [0.9, 0.8, 0.7, 0.6]);
    await app.database.execute(
      `UPDATE score_sheet SET total = total - 100 WHERE round_id = ? AND seat_id IN
       (SELECT id FROM seat WHERE category_id = ? AND number <= 2)`,
      [past.roundIds['G.material']!, past.categoryIds.G!],
    );
    await app.database.execute(
      `UPDATE score_sheet SET total = total + 50 WHERE round_id = ? AND application_id =
       (SELECT MIN(application_id) FROM score_sheet WHERE round_id = ?) AND seat_id IN
       (SELECT id FROM seat WHERE category_id = ? AND number = 3)`,
      [past.roundIds['G.material']!, past.roundIds['G.material']!, past.categoryIds.G!],
    );
    await app.database
      .repo(Round)
      .update(past.roundIds['G.material']!, { state: 'Locked', lockedAt: app.clock.now() });
    const { visitor } = registrar;
    await visitor.get(path);
    expect(visitor.text).toContain(
      '最近一次同类别评审是2025年评选：5位评委对4份申报填了20份评分表',
    );
    await visitor.submit('/planning', { ...asked, source: 'past' });
    await computed();
    expect(visitor.text).toContain('由最近一次锁分的评分估计（按宽严校准模型）');
    const severity = Number(value('severityDeviation'));
    // 100 hundredths apart, two judges of five: SD 0.55 of 28 points, 1.96 of 100.
    expect(severity).toBeCloseTo(1.96, 0);
  });

  test('says beside the spread limit how many it would flag, as typed, and where that comes from', async () => {
    const { visitor } = registrar;
    const rules = `/office/programmes/${programme.id}/rules?tab=general`;
    await visitor.get(rules);
    expect(visitor.text).toContain('按“2025年评选”4份申报的初评分数，本规则会让0份复评');
    expect(visitor.text).toMatch(/没有往届分数，.*极差超限的申报：5名评委约1\d%、7名评委约2\d%/);
    await visitor.submit('/rules', { 'spread.rangeLimit': '1', action: 'check' });
    expect(visitor.text).toContain('按“2025年评选”4份申报的初评分数，本规则会让4份复评');
  });

  test('is read by the office, asked by the registrar, closed to everybody else', async () => {
    const screener = await office(app, 'Screener');
    await screener.visitor.get(path);
    expect(screener.visitor.text).toContain('测算结果');
    expect(screener.visitor.page.querySelector(`form[action="${path}"]`)).toBeNull();
    const { token } = await screener.visitor.get('/account/password');
    await screener.visitor.post(path, { _csrf: token, ...asked });
    expect(screener.visitor.status).toBe(404);
    const judge = await person(app, 'judge', [{ role: 'Judge' }]);
    await judge.visitor.get(path);
    expect(judge.visitor.status).toBe(404);
    await registrar.visitor.get(`${path}?category=no-such-category`);
    expect(registrar.visitor.status).toBe(404);
  });

  test('makes as many queries with a past round as without', async () => {
    const counts: number[] = [];
    for (const code of ['G', 'Y']) {
      const before = app.database.readCount;
      await registrar.visitor.get(`${path}?category=${programme.categoryIds[code]}`);
      counts.push(app.database.readCount - before);
    }
    expect(counts[0]).toBe(counts[1]);
  });
});
