import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AnalysedCategory, cells, twoPlaces } from '../../../../test/support/analysed-category.js';
import type { Person } from '../../../../test/support/people.js';
import { runCommand, temporaryFile } from '../../../../test/support/run-command.js';
import type { TestApp } from '../../../../test/support/test-app.js';
import type { Command } from '../../../command.js';
import { scoresAgreement } from '../../../judging/commands/scores-agreement.js';
import { scoresCalibrate } from '../../../judging/commands/scores-calibrate.js';
import { scoresRank } from '../../../judging/commands/scores-rank.js';
import type { AgreementReport } from '../../../rules/agreement/agreement-report.js';
import type { Calibration } from '../../../rules/calibration/calibrate-scores.js';
import type { CategoryInputs } from '../../../rules/provenance/results-bundle.js';
import { analyseStandings } from '../../../rules/ranking/analyse-standings.js';
import { type RankingRobustness, membershipOf } from '../../../rules/ranking/robustness.js';
import type { StandingLock } from '../standing-lock.entity.js';
import { seedOf } from '../analyse-standings.js';

let made: AnalysedCategory;
let app: TestApp;
let approver: Person;
let lock: StandingLock;
let path: string;

beforeAll(async () => {
  made = await AnalysedCategory.make();
  ({ app, approver } = made);
  path = made.path('G');
  lock = await made.lock('G');
}, 120_000);
afterAll(() => app.stop());

describe('robustness', () => {
  test('says which places cannot be told apart, and prints seed, simulations and rule', async () => {
    const { visitor } = approver;
    await visitor.get(`${path}/robustness`);
    // The seed follows from the ids of this run; the first place is at the edge of the three.
    expect(visitor.page.querySelector('.lead')?.text.trim()).toMatch(
      /^第[12]至3名在统计上不可区分$/,
    );
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
      '现为第2名，名次区间（至少90%）为第1至3名，名额线在第2名之后。',
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
    const sentences = {
      surelyIn: '可以断定在内',
      surelyOut: '可以断定不在内',
      cannotBeTold: '不能断定',
    };
    expect(shown.map((row) => [row[0], row[1]!.slice(-11), row[3], row[4], row[5]])).toEqual(
      ranking.map(({ standing, id, withinQuota, listSet, score }) => [
        String(standing),
        id,
        `${(100 * withinQuota!).toFixed(1)}%`,
        sentences[membershipOf(listSet, 2)!],
        score.toFixed(2),
      ]),
    );
    expect(shown[3]![4]).toBe(sentences.surelyOut);
    expect(shown.map((row) => row[5])).toEqual(['53.14', '48.04', '43.99', '33.56']);
    expect(ranking[0]!.interval!.low).toBe(1);
    expect(ranking.slice(1).map(({ interval }) => interval)).toEqual([
      { low: 1, high: 3 },
      { low: 1, high: 3 },
      { low: 4, high: 4 },
    ]);
    expect(words).toContain(seed);
    expect(words).toMatch(/第[12]至3名在统计上不可区分/);
  });

  test('is the same bytes again from the same input and seed', async () => {
    const request = {
      ruleSet: twoPlaces,
      inputs: lock.input as CategoryInputs,
      seed: seedOf(lock.inputHash),
    };
    const { result } = (await app.database.row<{ result: string }>(
      `SELECT result FROM calculation_job WHERE kind = 'standings.analysis'`,
    ))!;
    expect(JSON.stringify(analyseStandings(request))).toBe(result);
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
    const calibration = (await run(scoresCalibrate)) as Calibration;
    const { variance, judges } = calibration;
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
    expect(calibration.entries[0]!.adjusted.toFixed(2)).toBe('22.02');
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
      const counts: number[] = [];
      // The runner of calculations may look for its next job meanwhile.
      for (let i = 0; i < 3; i += 1) {
        const before = app.database.readCount;
        await approver.visitor.get(page);
        expect(approver.visitor.status).toBe(200);
        counts.push(app.database.readCount - before);
      }
      return Math.min(...counts);
    };
    await made.lock('Y');
    const alone = made.path('Y');
    for (const page of ['robustness', 'what-if', 'agreement']) {
      expect(await reads(`${path}/${page}`)).toBe(await reads(`${alone}/${page}`));
    }
    expect(approver.visitor.text).toContain('只有一份申报（2026-Y-0001），无法比较。');
    await approver.visitor.get(`${alone}/robustness`);
    expect(approver.visitor.text).toContain('名额2个，参评1份，全部在名额以内');
  });
});

async function ratingsFile(part: string): Promise<string> {
  await approver.visitor.get(`${path}/ratings/${part}`);
  return temporaryFile(`${part}.csv`, approver.visitor.html);
}
