import * as fc from 'fast-check';
import { RuleError } from '../rule-error.js';
import { calibrateScores } from '../calibration/calibrate-scores.js';
import { agreementReport } from './agreement-report.js';
import { concordanceFromComponents, intraclassFromComponents } from './incomplete-designs.js';
import { ratingGrid } from './rating-grid.js';
import { integralOverScales, sumOverPairs } from './ratio-disagreement.js';

/** One text per judge, one score per entry, `.` where the judge did not score. */
function table(rows: readonly string[]) {
  return rows.flatMap((row, judge) =>
    row
      .split(' ')
      .flatMap((score, entry) =>
        score === '.' ? [] : [{ judge: `J${judge}`, entry: `E${entry}`, score: Number(score) }],
      ),
  );
}

/** Krippendorff (2011): 4 coders, 12 units. */
const krippendorff = table([
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
]);

/** Shrout & Fleiss (1979), table 2: 4 judges, 6 targets. */
const shroutFleiss = table(['9 6 8 7 10 6', '2 1 4 1 5 2', '5 3 6 2 6 4', '8 2 8 6 9 7']);

describe('Krippendorff’s published 4 coders × 12 units', () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('alpha at %s level is %s', (level, expected) => {
    const report = agreementReport(krippendorff, level);
    expect(report.krippendorffAlpha).toBeCloseTo(expected, 3);
  });

  it('takes ICC and W from variance components where the design has gaps, without limits', () => {
    const report = agreementReport(krippendorff, 'interval');
    const { entry, judge, residual } = calibrateScores(krippendorff).variance;
    // Twelve units with 3, 4 × 8, 3, 2 and 1 scores.
    const counts = [3, 4, 4, 4, 4, 4, 4, 4, 4, 3, 2, 1];
    const k = 12 / counts.reduce((sum, count) => sum + 1 / count, 0);
    expect(report.icc.ICC2).toBeCloseTo(entry / (entry + judge + residual), 12);
    expect(report.icc.ICC3k).toBeCloseTo(entry / (entry + residual / k), 12);
    expect(report.kendallW).toBeGreaterThan(0.7);
    expect(report.kendallW).toBeLessThan(1);
    expect(Object.values(report.iccIntervals)).toEqual([null, null, null, null, null, null]);
    expect(report.kendallTest).toBeNull();
    expect([report.estimator, report.reasons]).toEqual(['varianceComponents', {}]);
  });

  it('leaves both undefined where the parts of a design have no judge in common', () => {
    const report = agreementReport(table(['1 2 . .', '2 1 . .', '. . 3 5', '. . 4 4']), 'interval');
    expect(report.kendallW).toBeNull();
    expect(report.reasons).toMatchObject({
      icc: 'agreement.undefined.noComponents',
      kendallW: 'agreement.undefined.noComponents',
    });
  });
});

describe('Shrout & Fleiss (1979)', () => {
  const reported = () => agreementReport(shroutFleiss, 'interval');

  /** Lower, value, upper; limits computed with R 4.2.2's qf. */
  it.each([
    ['ICC1', -0.132932324875, 0.165741768405, 0.722560062328],
    ['ICC2', 0.0187865133747, 0.289763779528, 0.761084369649],
    ['ICC3', 0.342464765034, 0.714840714841, 0.945858259955],
    ['ICC1k', -0.884442155238, 0.442797133679, 0.912415420341],
    ['ICC2k', 0.0711368153025, 0.620050547599, 0.927232040168],
    ['ICC3k', 0.675674713816, 0.909315542377, 0.985891678169],
  ] as const)('%s', (form, lower, value, upper) => {
    const report = reported();
    expect(report.icc[form]).toBeCloseTo(value, 10);
    expect(report.iccIntervals[form]!.lower).toBeCloseTo(lower, 10);
    expect(report.iccIntervals[form]!.upper).toBeCloseTo(upper, 10);
  });

  it('has the same values by variance components', () => {
    const report = reported();
    const grid = ratingGrid(shroutFleiss);
    const { values } = intraclassFromComponents(grid) as { values: Record<string, number> };
    for (const form of ['ICC1', 'ICC2', 'ICC3', 'ICC1k', 'ICC2k', 'ICC3k'] as const)
      expect(values[form]).toBeCloseTo(report.icc[form]!, 6);
    expect(concordanceFromComponents(grid)).toMatchObject({
      w: expect.closeTo(0.887037037037, 6) as number,
    });
  });

  it('gives Kendall’s W with ties as R’s friedman.test does', () => {
    const report = reported();
    expect(report.kendallW).toBeCloseTo(0.887037037037, 10);
    expect(report.kendallTest!.chiSquare).toBeCloseTo(17.7407407407, 9);
    expect(report.kendallTest!.freedom).toBe(5);
    expect(report.kendallTest!.pValue).toBeCloseTo(0.00328950924368, 12);
    expect(report.reasons).toEqual({});
  });

  it('defines neither ICC nor W for names without order', () => {
    const nominal = agreementReport(shroutFleiss, 'nominal');
    expect(nominal.icc.ICC2).toBeNull();
    expect(nominal.reasons).toEqual({
      icc: 'agreement.undefined.levelTooLow',
      kendallW: 'agreement.undefined.levelTooLow',
    });
  });
});

describe('designs at the edge', () => {
  it('perfect agreement is 1 without limits', () => {
    const report = agreementReport(table(['1 2 3', '1 2 3']), 'interval');
    expect(report.krippendorffAlpha).toBe(1);
    expect(report.icc).toEqual({ ICC1: 1, ICC2: 1, ICC3: 1, ICC1k: 1, ICC2k: 1, ICC3k: 1 });
    expect(report.iccIntervals.ICC3).toBeNull();
    expect(report.kendallW).toBe(1);
  });

  it.each([
    ['all scores equal', ['0.1 0.1 0.1', '0.1 0.1 0.1'], 'agreement.undefined.noVariation'],
    ['no entry scored twice', ['1 . 3 .', '. 2 . 4'], 'agreement.undefined.noPairs'],
  ])('%s leaves alpha undefined', (_, rows, reason) => {
    const report = agreementReport(table(rows), 'ordinal');
    expect(report.krippendorffAlpha).toBeNull();
    expect(report.reasons.krippendorffAlpha).toBe(reason);
  });

  it('nobody tells anything apart: no coefficient exists, each for that reason', () => {
    const report = agreementReport(table(['5 5 5', '5 5 5', '5 5 5']), 'interval');
    expect(report.reasons).toEqual({
      krippendorffAlpha: 'agreement.undefined.noVariation',
      icc: 'agreement.undefined.noVariation',
      kendallW: 'agreement.undefined.noVariation',
    });
    expect([report.icc.ICC1, report.kendallW, report.kendallTest]).toEqual([null, null, null]);
  });

  it('a ratio scale has no negative scores', () => {
    const report = agreementReport(table(['-1 2', '1 2']), 'ratio');
    expect(report.reasons.krippendorffAlpha).toBe('agreement.undefined.negativeRatio');
  });

  it.each([
    ['agreement.oneJudge', { id: 'J0' }, ['1 2']],
    ['agreement.oneEntry', { id: 'E0' }, ['1', '2']],
    ['ratings.empty', {}, []],
    ['ratings.notFinite', { judge: 'J1', entry: 'E1' }, ['1 2', '3 x']],
  ])('refuses with %s', (code, variables, rows) => {
    expect(() => agreementReport(table(rows), 'interval')).toThrow(new RuleError(code, variables));
  });

  it('refuses a second score of the same judge for the same entry', () => {
    const twice = [...shroutFleiss, { judge: 'J1', entry: 'E2', score: 4 }];
    expect(() => agreementReport(twice, 'interval')).toThrow(
      new RuleError('ratings.replicates', { judge: 'J1', entry: 'E2' }),
    );
  });
});

describe('ratioDisagreement', () => {
  it.each([
    ['points', (at: number) => 60 + ((at * 37) % 400) / 10],
    ['close together', (at: number) => 80 + ((at * 37) % 100) / 1e4],
    ['far apart, with zeros', (at: number) => (at % 9 === 0 ? 0 : 1.05 ** ((at * 7) % 150))],
  ])('the integral is the sum over pairs: %s', (_, value) => {
    const values = Float64Array.from({ length: 300 }, (_unused, at) => value(at));
    const expected = sumOverPairs(values);
    expect(Math.abs(integralOverScales(values) / expected - 1)).toBeLessThan(1e-9);
  });
});

function ratingsOf(rows: readonly (readonly number[])[]) {
  return rows.flatMap((row, entry) =>
    row.map((score, judge) => ({ judge: `J${judge}`, entry: `E${entry}`, score })),
  );
}

describe('for any complete table', () => {
  const tables = fc.array(
    fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 }),
    { minLength: 3, maxLength: 8 },
  );

  it('the report does not depend on the order of the ratings', () => {
    fc.assert(
      fc.property(
        tables
          .map(ratingsOf)
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
          ),
        ([all, shuffled]) => {
          const [a, b] = [agreementReport(all, 'ordinal'), agreementReport(shuffled, 'ordinal')];
          expect(b.icc).toEqual(a.icc);
          expect(b.kendallW).toBe(a.kendallW);
          if (a.krippendorffAlpha === null) expect(b.krippendorffAlpha).toBeNull();
          else expect(b.krippendorffAlpha).toBeCloseTo(a.krippendorffAlpha, 12);
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });

  it('alpha and ICC at interval level survive a shift and a change of scale', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: -90, max: 90 }), (rows, shift) => {
        const base = agreementReport(ratingsOf(rows), 'interval');
        const moved = agreementReport(
          ratingsOf(rows.map((row) => row.map((score) => shift + 4 * score))),
          'interval',
        );
        fc.pre(base.krippendorffAlpha !== null && base.icc.ICC2 !== null);
        expect(moved.krippendorffAlpha).toBeCloseTo(base.krippendorffAlpha, 9);
        expect(moved.icc.ICC2).toBeCloseTo(base.icc.ICC2, 9);
        expect(moved.icc.ICC3).toBeCloseTo(base.icc.ICC3!, 9);
      }),
      { seed: 13, numRuns: 60 },
    );
  });
});
