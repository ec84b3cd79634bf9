import { adjustPValues } from './benjamini-hochberg.js';
import { correlation, meanIsGreater, meanIsZero } from './student-tests.js';

/** Reference values: R 4.2.2 (t.test, cor.test, p.adjust). */
describe('tests after Student', () => {
  it('one sample', () => {
    const { statistic, pValue } = meanIsZero([1.2, -0.4, 2.1, 0.7, 1.5]);
    expect(statistic).toBeCloseTo(1.02, 12);
    expect(pValue).toBeCloseTo(0.0726280968622, 12);
  });

  it('two samples, one-sided', () => {
    const { statistic, pValue } = meanIsGreater([5.5, 6.1], [0.2, -0.5, 0.9, 0.1]);
    expect(statistic).toBeCloseTo(5.625, 12);
    expect(pValue).toBeCloseTo(0.000137207300199, 13);
  });

  it('correlation', () => {
    const { statistic, pValue } = correlation([1, 2, 3, 4, 5, 6], [2.1, 1.7, 1.9, 0.4, 0.8, -0.6]);
    expect(statistic).toBeCloseTo(-0.905788638416, 11);
    expect(pValue).toBeCloseTo(0.0128955712871, 12);
  });

  it('a perfect correlation leaves no doubt', () => {
    expect(correlation([1, 2, 3], [2, 4, 6])).toEqual({ statistic: 1, pValue: 0 });
  });

  it.each([
    ['one sample', () => meanIsZero([2, 2, 2]), 2],
    ['two samples', () => meanIsGreater([3], [1, 1]), 2],
    ['correlation', () => correlation([1, 2, 3], [5, 5, 5]), null],
  ])('%s without variation has no p-value', (_, outcome, statistic) => {
    expect(outcome()).toEqual({
      statistic,
      pValue: null,
      reason: 'diagnostics.undefined.noVariation',
    });
  });
});

it('Benjamini–Hochberg adjusts as R’s p.adjust and passes missing values by', () => {
  const adjusted = adjustPValues([0.01, 0.04, 0.03, 0.2, null, 0.005]);
  [0.025, 0.05, 0.05, 0.2].forEach((value, index) =>
    expect(adjusted[index]).toBeCloseTo(value, 12),
  );
  expect(adjusted[4]).toBeNull();
  expect(adjusted[5]).toBeCloseTo(0.025, 12);
});
