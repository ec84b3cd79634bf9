import { ratings } from '../calibration/worked-cases.fixture.js';
import { agreementReport } from './agreement-report.js';
import { ratingGrid } from './rating-grid.js';
import { pairwiseKappa } from './weighted-kappa.js';

const kappa = (...rows: string[]) => {
  const found = pairwiseKappa(ratingGrid(ratings(rows)), 'interval');
  if ('reason' in found) throw new Error(found.reason);
  return found;
};

it('a complete table says so, one with a gap estimates from what there is', () => {
  const complete = ratings(['A J1:80 J2:82 J3:85', 'B J1:70 J2:75 J3:72', 'C J1:60 J2:66 J3:64']);
  const report = (table: typeof complete) => agreementReport(table, 'interval');
  expect(report(complete).estimator).toBe('complete');
  expect(report(complete.slice(1)).estimator).toBe('varianceComponents');
  expect([report(complete).reasons.kappa, report(complete).kappa?.pairs.length]).toEqual([
    undefined,
    3,
  ]);
});

describe('two judges', () => {
  it('who agree have 1, who exchange two scores have -1', () => {
    expect(kappa('A J1:1 J2:1', 'B J1:3 J2:3').pairs[0]!.kappa).toBe(1);
    // Distances 4 and 4 of each pair; by chance 0, 4, 4 and 0.
    expect(kappa('A J1:1 J2:3', 'B J1:3 J2:1').pairs[0]!.kappa).toBe(-1);
  });

  it('of whom one gives everybody the same have nothing', () => {
    // Distances 0 and 4; by chance 0, 4, 0 and 4: 1 - 2 · 4 / 8.
    expect(kappa('A J1:1 J2:1', 'B J1:1 J2:3').pairs[0]!.kappa).toBe(0);
    expect(kappa('A J1:1 J2:1', 'B J1:3 J2:1').pairs[0]!.kappa).toBe(0);
  });

  it('who give everybody the same one score are undefined, by another score they are not', () => {
    expect(kappa('A J1:1 J2:1', 'B J1:1 J2:1').pairs[0]).toMatchObject({
      kappa: null,
      reason: 'agreement.undefined.noVariation',
    });
    // Distances 1 and 1; by chance 1 four times.
    expect(kappa('A J1:1 J2:2', 'B J1:1 J2:2').pairs[0]!.kappa).toBe(1 - (2 * 2) / 4);
  });

  it('who share less than two entries are left out of the mean', () => {
    const { mean, pairs } = kappa('A J1:1 J2:1', 'B J1:3 J2:3', 'C J3:5');
    expect(pairs.map((one) => [one.n, one.kappa])).toEqual([
      [2, 1],
      [0, null],
      [0, null],
    ]);
    expect(mean).toBe(1);
    expect(kappa('A J1:1', 'B J2:3').mean).toBeNull();
  });
});

it.each([
  [100, undefined],
  [101, 'agreement.undefined.tooManyJudges'],
])('of %i judges every two are compared, or the reason is given: %s', (count, reason) => {
  const row = (entry: string, step: number) =>
    `${entry} ${Array.from({ length: count }, (_, at) => `J${at}:${(at * step) % 7}`).join(' ')}`;
  const report = agreementReport(ratings([row('A', 1), row('B', 3)]), 'interval');
  expect(report.reasons.kappa).toBe(reason);
  expect(report.kappa === null).toBe(reason !== undefined);
});
