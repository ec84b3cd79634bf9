import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { type TestEntry, makeScoredCategory } from '../../../test/support/award.js';
import { type Person, merchantPerson, office, person } from '../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../test/support/programme.js';
import { runCommand, temporaryFile } from '../../../test/support/run-command.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Command } from '../../command.js';
import { Calculations } from '../../jobs/calculation-jobs.js';
import { scoresAgreement } from '../../judging/commands/scores-agreement.js';
import { scoresCalibrate } from '../../judging/commands/scores-calibrate.js';
import { scoresRank } from '../../judging/commands/scores-rank.js';
import type { AgreementReport } from '../../rules/agreement/agreement-report.js';
import type { Calibration } from '../../rules/calibration/calibrate-scores.js';
import type { CategoryInputs } from '../../rules/provenance/results-bundle.js';
import { analyseStandings } from '../../rules/ranking/analyse-standings.js';
import type { RankingRobustness } from '../../rules/ranking/robustness.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import { StandingLock } from '../standing-lock.entity.js';
import { seedOf } from '../standings/analyse-standings.js';

/** Two places in G. */
const rules: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories
    .filter(({ code }) => code !== 'N')
    .map((category) => ({ ...category, quota: 2, passMark: 100 })),
};

let app: TestApp;
let programme: TestProgramme;
let entries: TestEntry[];
let tabulator: Person;
let approver: Person;
let lock: StandingLock;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'ScoresLocked', rules);
  // Five judges; the fifth lifts the third merchant and sinks the others.
  entries = await makeScoredCategory(
    app,
    programme,
    rules,
    'G',
    [
      [0.9, 0.88, 0.92, 0.9, 0.6],
      [0.8, 0.82, 0.8, 0.78, 0.5],
      [0.7, 0.72, 0.7, 0.74, 1],
      [0.5, 0.52, 0.48, 0.5, 0.4],
    ],
    ['甲网商', '乙网商', '丙网商', '丁网商'],
  );
  await makeScoredCategory(app, programme, rules, 'Y', [0.8]);
  tabulator = await office(app, 'Tabulator');
  approver = await office(app, 'Approver');
  path = `/office/standings/${programme.categoryIds.G}`;
}, 120_000);
afterAll(() => app.stop());

const pages = ['robustness', 'what-if', 'agreement', 'ratings/composite'];

async function lockCategory(code: 'G' | 'Y'): Promise<StandingLock> {
  const second = await office(app, 'Tabulator');
  const supervisor = await office(app, 'Supervisor');
  const at = `/office/standings/${programme.categoryIds[code]}`;
  await tabulator.visitor.get(at);
  await tabulator.visitor.submit('/computation', {
    spreadNote: '第五席位与其他席位差距较大，已另行说明。',
  });
  const hash = /[0-9a-f]{64}/.exec(tabulator.visitor.text)![0];
  await second.visitor.get(at);
  await second.visitor.submit('/confirmation', { hash });
  await supervisor.visitor.get(at);
  await supervisor.visitor.submit('/lock');
  const categoryId = programme.categoryIds[code]!;
  const found = await app.database.repo(StandingLock).findOneByOrFail({ categoryId });
  for (;;) {
    const job = await app.app.get(Calculations).latest('standings.analysis', found.id);
    if (job?.state === 'done') return found;
    await wait(50);
  }
}

const cells = (person: Person, table: number) =>
  person.visitor.page
    .querySelectorAll('table')
    [table]!.querySelectorAll('tbody tr')
    .map((row) =>
      row.querySelectorAll('th, td').map((cell) => cell.text.replace(/\s+/g, ' ').trim()),
    );

const entriesOf = async (event: string) =>
  app.database.rows<{ details: string }>(
    'SELECT details FROM journal_entry WHERE event = ? ORDER BY sequence',
    [event],
  );

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
    expect(await entriesOf('calculation.request')).toEqual([]);
  });
});

describe('the lock', () => {
  test('has the sureness of its standings computed once, and links to it', async () => {
    lock = await lockCategory('G');
    expect(await entriesOf('calculation.request')).toHaveLength(1);
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

describe('robustness', () => {
  test('says which places cannot be told apart, and prints seed, simulations and rule', async () => {
    const { visitor } = approver;
    await visitor.get(`${path}/robustness`);
    expect(visitor.page.querySelector('.lead')?.text.trim()).toBe('第1至3名在统计上不可区分');
    const facts = visitor.page.querySelectorAll('.summary-row').map((row) => row.text.trim());
    expect(facts.map((fact) => fact.replace(/\s+/g, ' ')).slice(0, 5)).toEqual([
      '口径 去掉1个最高分和1个最低分后平均',
      '名额 2',
      '模拟次数 1,000',
      `随机种子 ${seedOf(lock.inputHash)}`,
      `校验值 ${lock.inputHash}`,
    ]);
  });

  test('shows who would enter and leave under each rule and without each judge', () => {
    const swapped = ['丙网商（2026-G-0003）', '乙网商（2026-G-0002）'];
    expect(cells(approver, 1)).toEqual([
      ['平均分', ...swapped],
      ['中位数', '没有变化'],
      ['标准分', '没有变化'],
      ['宽严校准', ...swapped],
    ]);
    expect(cells(approver, 2)).toEqual([
      ['去掉席位1', ...swapped],
      ['去掉席位2', ...swapped],
      ['去掉席位3', ...swapped],
      ['去掉席位4', ...swapped],
      ['去掉席位5', '没有变化'],
    ]);
  });

  test('draws each interval on the server, with its text and without styles of its own', () => {
    const drawings = approver.visitor.page.querySelectorAll('svg.rank-interval');
    expect(drawings).toHaveLength(4);
    const second = drawings[1]!;
    expect(second.getAttribute('role')).toBe('img');
    expect(second.querySelector('title')?.text).toBe('乙网商的名次区间');
    expect(second.querySelector('desc')?.text).toBe(
      '现为第2名，90%名次区间为第1至3名，名额线在第2名之后。',
    );
    const part = (name: string) => second.querySelector(`.rank-interval-${name}`)!;
    expect(part('cut').getAttribute('x1')).toBe('50.00%');
    expect(part('range').getAttribute('x1')).toBe('0.00%');
    expect(part('range').getAttribute('x2')).toBe('75.00%');
    expect(part('point').getAttribute('cx')).toBe('37.50%');
    expect(approver.visitor.html).not.toContain('style=');
  });

  test('agrees with the official composite, and with the command line to the last digit', async () => {
    const file = await ratingsFile('composite');
    const seed = String(seedOf(lock.inputHash));
    const options = ['--rule', 'trimmed', '--drop', '1', '--quota', '2', '--seed', seed];
    const { output, words } = await runCommand(scoresRank, file, ...options, '--json');
    const { ranking } = JSON.parse(output) as RankingRobustness;
    await approver.visitor.get(`${path}/robustness`);
    const shown = cells(approver, 0);
    expect(shown.map((row) => [row[0], row[1]!.slice(-11), row[3], row[4]])).toEqual(
      ranking.map(({ standing, id, withinQuota, score }) => [
        String(standing),
        id,
        `${(100 * withinQuota!).toFixed(1)}%`,
        score.toFixed(2),
      ]),
    );
    expect(shown.map((row) => row[4])).toEqual(['51.74', '46.64', '42.59', '32.16']);
    expect(ranking.map(({ interval }) => interval)).toEqual([
      { low: 1, high: 3 },
      { low: 1, high: 3 },
      { low: 1, high: 3 },
      { low: 4, high: 4 },
    ]);
    expect(words).toContain(seed);
    expect(words).toContain('第1至3名在统计上不可区分');
  });

  test('is the same bytes again from the same input and seed', async () => {
    const request = {
      ruleSet: rules,
      inputs: lock.input as CategoryInputs,
      seed: seedOf(lock.inputHash),
    };
    const { result } = (await app.database.row<{ result: string }>(
      `SELECT result FROM calculation_job WHERE kind = 'standings.analysis'`,
    ))!;
    expect(JSON.stringify(analyseStandings(request))).toBe(result);
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
    expect(await entriesOf('standings.trial')).toEqual([]);
  });

  test('shows the trial beside the official standings, marked as such', async () => {
    const before = await standingRows();
    const { visitor } = approver;
    await visitor.get(`${path}/what-if`);
    await visitor.submit('/what-if', { rule: 'mean', drop: '1', quota: '2', without: '' });
    expect(visitor.path).toMatch(/\/what-if\?trial=[0-9a-z]{16}$/);
    expect(visitor.text).toContain('试算，不改变结果。');
    expect(visitor.text).toContain('口径：平均分；名额：2个；评委：不去掉，全部席位。');
    expect(visitor.text).toContain('与正式结果相比，名额内外有2件不同。');
    expect(cells(approver, 0).map((row) => row.slice(0, 8))).toEqual([
      ['1', '1', '不变', '甲网商 2026-G-0001', '49.05', '51.74', '拟入选', '仍在名额内'],
      ['2', '3', '前移1名', '丙网商 2026-G-0003', '45.54', '42.59', '未入选', '会进入'],
      ['3', '2', '后移1名', '乙网商 2026-G-0002', '44.09', '46.64', '拟入选', '会退出'],
      ['4', '4', '不变', '丁网商 2026-G-0004', '31.39', '32.16', '未入选', '仍在名额外'],
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
    const trials = await app.database.rows<{ actorId: string; actorRole: string; details: string }>(
      `SELECT actor_id, actor_role, details FROM journal_entry WHERE event = 'standings.trial'
       ORDER BY sequence`,
    );
    expect(trials).toHaveLength(3);
    expect(trials[2]).toMatchObject({ actorId: approver.accountId, actorRole: 'Approver' });
    expect(JSON.parse(trials[2]!.details)).toEqual({
      number: 1,
      rule: 'median',
      drop: 0,
      quota: 3,
      without: '5',
    });
    expect(await entriesOf('calculation.request')).toHaveLength(3);
  });
});

describe('severity and agreement', () => {
  test('says that calibration changes no rank and why, with the numbers of the command line', async () => {
    const { visitor } = approver;
    await visitor.get(`${path}/agreement`);
    expect(visitor.page.querySelector('main .notice')?.text.trim()).toBe(
      '5位评委都评了全部4份申报，每位评委的宽严对所有申报影响相同，校准不改变名次。',
    );
    const file = await ratingsFile('material');
    const run = async (command: Command, ...more: string[]) =>
      JSON.parse((await runCommand(command, file, ...more, '--json')).output) as unknown;
    const { variance, judges, entries } = (await run(scoresCalibrate)) as Calibration;
    await visitor.get(`${path}/agreement`);
    expect(cells(approver, 0).map(([, value, share]) => [value, share])).toEqual([
      ['15.7292', '57.1%'],
      ['0.0000', '0.0%'],
      ['11.8000', '42.9%'],
    ]);
    expect([variance.entry.toFixed(4), variance.residual.toFixed(4)]).toEqual([
      '15.7292',
      '11.8000',
    ]);
    expect(cells(approver, 1)).toEqual(
      judges.map(({ id }) => [`席位${id}`, '4', '0.00', '0.00', '正常出入']),
    );
    expect(cells(approver, 3)).toEqual([
      ['甲网商 2026-G-0001', '5', '22.50', '22.02', '1.43'],
      ['丙网商 2026-G-0003', '5', '20.40', '20.19', '1.43'],
      ['乙网商 2026-G-0002', '5', '19.70', '19.59', '1.43'],
      ['丁网商 2026-G-0004', '5', '12.70', '13.50', '1.43'],
    ]);
    expect(entries[0]!.adjusted.toFixed(2)).toBe('22.02');
    const agreement = (await run(scoresAgreement, '--level', 'interval')) as AgreementReport;
    expect(cells(approver, 2).map(([, value]) => value)).toEqual(
      [agreement.krippendorffAlpha, ...Object.values(agreement.icc), agreement.kendallW].map(
        (value) => value!.toFixed(3),
      ),
    );
    expect(cells(approver, 2)[0]![1]).toBe('0.513');
  });

  test('gives the reason where a single application cannot be compared, in as many queries', async () => {
    const reads = async (page: string) => {
      const before = app.database.readCount;
      await approver.visitor.get(page);
      expect(approver.visitor.status).toBe(200);
      return app.database.readCount - before;
    };
    await lockCategory('Y');
    const alone = `/office/standings/${programme.categoryIds.Y}`;
    for (const page of ['robustness', 'what-if', 'agreement']) {
      expect(await reads(`${path}/${page}`)).toBe(await reads(`${alone}/${page}`));
    }
    expect(approver.visitor.text).toContain('只有一份申报（2026-Y-0001），无法比较。');
    await approver.visitor.get(`${alone}/robustness`);
    expect(approver.visitor.text).toContain('名额2个，参评1份，全部在名额以内');
  });
});

describe('access', () => {
  test('of everybody else ends at a page that does not exist', async () => {
    const others = [
      await merchantPerson(app, entries[0]!.merchantId),
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
    const other = `/office/standings/${programme.categoryIds.Y}/what-if?trial=${id}`;
    expect((await visitor.get(other)).status).toBe(404);
  });
});

async function ratingsFile(part: string): Promise<string> {
  await approver.visitor.get(`${path}/ratings/${part}`);
  return temporaryFile(`${part}.csv`, approver.visitor.html);
}

function standingRows() {
  return app.database.rows('SELECT * FROM standing ORDER BY id');
}
