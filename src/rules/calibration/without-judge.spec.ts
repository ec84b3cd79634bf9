import { RuleError } from '../rule-error.js';
import { calibrateScores } from './calibrate-scores.js';
import { crossedDesign } from './crossed-design.js';
import { predictEntries, withoutJudge } from './without-judge.js';
import { ratings as rows } from './worked-cases.fixture.js';

const table = rows([
  'A J1:80 J2:90 J3:86',
  'B J1:70 J2:81',
  'C J1:78',
  'D J2:84 J3:75',
  'E J1:75 J2:84 J3:80',
]);
const exchanged = table.map(({ judge, entry, score }) => ({ judge: entry, entry: judge, score }));

describe.each([
  ['more entries than judges', table, ['J1', 'J2', 'J3']],
  ['more judges than entries', exchanged, ['A', 'B', 'C', 'D', 'E']],
])('withoutJudge: %s', (_, ratings, judges) => {
  it.each(judges)('is the design of the scores without %s', (judge) => {
    const others = ratings.filter((rating) => rating.judge !== judge);
    const { rows: row, columns, ...cells } = withoutJudge(crossedDesign(ratings), judge);
    const expected = crossedDesign(others);
    // The factor with more levels is put first; which one it is changes no figure.
    if (row.name === expected.rows.name) expect({ rows: row, columns, ...cells }).toEqual(expected);
    else expect([row, columns]).toEqual([expected.columns, expected.rows]);
    expect(cells.ratingCount).toBe(others.length);
  });
});

describe('predictEntries', () => {
  it('gives the calibrated scores at the variances of the calibration', () => {
    const { variance, entries } = calibrateScores(table);
    const predicted = predictEntries(crossedDesign(table), variance);
    expect(predicted.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    predicted.forEach(({ adjusted }, index) =>
      expect(adjusted).toBeCloseTo(entries[index]!.adjusted, 9),
    );
  });

  it('refuses what calibration refuses', () => {
    const apart = rows(['A J1:80', 'B J1:70', 'C J2:78', 'D J2:84']);
    expect(() => predictEntries(crossedDesign(apart), { entry: 1, judge: 1, residual: 1 })).toThrow(
      RuleError,
    );
  });
});
