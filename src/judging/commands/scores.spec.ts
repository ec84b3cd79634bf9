import { describe, expect, test } from '@jest/globals';
import { runCommand, temporaryFile } from '../../../test/support/run-command.js';
import type { Calibration } from '../../rules/calibration/calibrate-scores.js';
import { judgesAssign } from './judges-assign.js';
import { scoresAgreement } from './scores-agreement.js';
import { scoresCalibrate } from './scores-calibrate.js';
import { scoresRank } from './scores-rank.js';

/** Shrout and Fleiss 1979, table 2: six targets, four judges. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
const csv = [
  'entry,judge,score,remark',
  ...shroutFleiss.flatMap((row, entry) =>
    row.map((score, judge) => `T${entry + 1},J${judge + 1},${score},`),
  ),
].join('\n');
const file = temporaryFile('scores.csv', `\uFEFF${csv}`);

describe('scores calibrate', () => {
  test('prints the agreed JSON, sorted, and says that a complete design changes no rank', async () => {
    const { status, output, words } = await runCommand(scoresCalibrate, file, '--json');
    const result = JSON.parse(output) as Calibration;
    expect(status).toBe(0);
    expect(Object.keys(result)).toEqual([
      'n',
      'mu',
      'logLikelihood',
      'variance',
      'entries',
      'judges',
    ]);
    expect(result.mu).toBeCloseTo(5.291666667, 8);
    // Balanced data: REML equals the analysis of variance, here MS 11.24 (targets), 32.49 (judges), 1.02.
    expect(result.variance.residual).toBeCloseTo(1.019444444, 6);
    expect(result.variance.entry).toBeCloseTo(2.555555556, 6);
    expect(result.variance.judge).toBeCloseTo(5.244444444, 6);
    expect(words).toContain('校准不改变名次');
  });

  test.each([
    ['entry,judge\nA,B', /缺少“score”列/],
    ['entry,judge,score\nA,J1,5\nA,J2,很好\nB,J1,4\nB,J2,3', /第3行分数“很好”不是数字/],
    ['entry,judge,score\nA,J1,5\n"A,J2,4', /第\d+行不符合CSV格式/],
    ['entry,judge,score\nA,J1,5\nB,J1,4\nC,J1,3\nD,J1,3', /只有一位评委/],
    ['entry,judge,score\nA,J1,5\nA,J2,4\nA,J3,3\nA,J4,3', /只有一份申报/],
  ])('refuses %j with the file and the reason, status 2', async (content, sentence) => {
    const bad = temporaryFile('bad.csv', content);
    const { status, output, words } = await runCommand(scoresCalibrate, bad);
    expect([status, output]).toEqual([2, '']);
    expect(words).toContain(bad);
    expect(words).toMatch(sentence);
  });

  test('names a file that is not there', async () => {
    const { status, words } = await runCommand(scoresCalibrate, '/no/such/file.csv');
    expect(status).toBe(2);
    expect(words).toContain('/no/such/file.csv');
  });
});

describe('scores agreement', () => {
  test("equals Shrout and Fleiss's six published coefficients", async () => {
    const { output } = await runCommand(scoresAgreement, file, '--level', 'interval', '--json');
    const { icc } = JSON.parse(output) as { icc: Record<string, number> };
    const rounded = Object.fromEntries(
      Object.entries(icc).map(([form, value]) => [form, value.toFixed(2)]),
    );
    expect(rounded).toEqual({
      ICC1: '0.17',
      ICC2: '0.29',
      ICC3: '0.71',
      ICC1k: '0.44',
      ICC2k: '0.62',
      ICC3k: '0.91',
    });
  });

  test('prints intervals, the test of W and kappa for people too', async () => {
    const { output } = await runCommand(scoresAgreement, file, '--level', 'interval');
    expect(output).toMatch(/ICC2 +0\.289764 +0\.018787 … 0\.761084/);
    expect(output).toContain('卡方17.740741，自由度5，p=0.00328951');
    expect(output).toMatch(/评委两两之间的κ系数（平方加权）/);
    expect(output).toMatch(/^J1 +J2 +6 +0\.\d{6}$/m);
    expect(output).toMatch(/^平均 +0\.\d{6}$/m);
  });

  test('names the estimator where some judge did not score some entry', async () => {
    const gaps = temporaryFile('gaps.csv', csv.replace('\nT1,J1,9,', ''));
    const { output, words } = await runCommand(
      scoresAgreement,
      gaps,
      '--level',
      'interval',
      '--json',
    );
    const { estimator, icc } = JSON.parse(output) as {
      estimator: string;
      icc: Record<string, number>;
    };
    expect([estimator, typeof icc.ICC3]).toEqual(['varianceComponents', 'number']);
    expect(words).toContain('方差分量');
  });

  test('refuses an unknown level', async () => {
    const { status, words } = await runCommand(scoresAgreement, file, '--level', 'fuzzy');
    expect(status).toBe(2);
    expect(words).toContain('nominal、ordinal、interval、ratio');
  });
});

describe('scores rank', () => {
  test('ranks, prints its seed and speaks of the cut line', async () => {
    const args = [file, '--rule', 'mean', '--quota', '2', '--seed', '7', '--json'];
    const { status, output, words } = await runCommand(scoresRank, ...args);
    const { ranking, seed } = JSON.parse(output) as { ranking: { id: string }[]; seed: number };
    expect([status, seed]).toEqual([0, 7]);
    expect(ranking.slice(0, 2).map((one) => one.id)).toEqual(['T5', 'T3']);
    expect(words).toContain('随机种子：7');
    expect(await runCommand(scoresRank, ...args)).toEqual({ status, output, words });
  });
});

describe('judges assign', () => {
  const judges = ['J1', 'J2', 'J3'].map((id) => ({ id, max: 2, topics: ['tea'] }));

  test('assigns without conflict and prints objective and bound', async () => {
    const problem = {
      entries: [
        { id: 'A', conflicts: ['J1'], topics: ['tea'] },
        { id: 'B', conflicts: [], topics: [] },
      ],
      judges,
      perEntry: 2,
      seed: 1,
    };
    const { status, output } = await runCommand(
      judgesAssign,
      temporaryFile('p.json', JSON.stringify(problem)),
      '--json',
    );
    const plan = JSON.parse(output) as {
      assignments: { entry: string; judge: string }[];
      objective: number;
      bound: number;
    };
    expect(status).toBe(0);
    expect(plan.assignments).toHaveLength(4);
    expect(plan.assignments).not.toContainEqual({ entry: 'A', judge: 'J1' });
    expect(plan.objective).toBe(plan.bound);
  });

  test('names what cannot be staffed and assigns nothing', async () => {
    const problem = {
      entries: [{ id: '甲', conflicts: ['J1', 'J2'], topics: [] }],
      judges,
      perEntry: 2,
      seed: 1,
    };
    const { status, words } = await runCommand(
      judgesAssign,
      temporaryFile('p.json', JSON.stringify(problem)),
    );
    expect(status).toBe(2);
    expect(words).toContain('甲');
  });
});
