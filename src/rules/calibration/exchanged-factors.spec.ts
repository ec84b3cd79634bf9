import { calibrateScores } from './calibrate-scores.js';
import { calibrationFindings } from './calibration-findings.js';
import { comparableParts } from './comparable-parts.js';
import { crossedDesign } from './crossed-design.js';
import { entryPosterior } from './entry-posterior.js';
import { momentEstimates } from './moment-estimates.js';
import { predictEntries } from './without-judge.js';
import { incomplete, penicillin, ratings } from './worked-cases.fixture.js';

/** The worked cases have more entries than judges; here the judges are the more. */
const exchanged = incomplete.map(({ judge, entry, score }) => ({
  judge: entry,
  entry: judge,
  score,
}));

describe('where there are more judges than entries', () => {
  it('the mean of an entry is that of its scores', () => {
    const own = exchanged.filter(({ entry }) => entry === 'J3').map(({ score }) => score);
    const { entries } = calibrateScores(exchanged);
    expect(entries.map(({ id }) => id)).toEqual(['J1', 'J2', 'J3', 'J4', 'J5', 'J6']);
    expect(entries[2]!.n).toBe(own.length);
    expect(entries[2]!.mean).toBeCloseTo(
      own.reduce((sum, score) => sum + score, 0) / own.length,
      10,
    );
  });

  it('the entries are predicted at known variances', () => {
    const { variance, entries } = calibrateScores(exchanged);
    const predicted = predictEntries(crossedDesign(exchanged), variance);
    expect(predicted.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    predicted.forEach(({ adjusted }, at) => expect(adjusted).toBeCloseTo(entries[at]!.adjusted, 9));
  });

  it('parts of as many entries come by their first entry, not by their judges', () => {
    const table = ratings(['b J1:1 J2:1', 'c J5:1 J6:1', 'a J3:1 J4:1']);
    expect(comparableParts(table).map(({ entries }) => entries)).toEqual([['a'], ['b'], ['c']]);
  });
});

it('entries without a variance are drawn by lot, each anew', () => {
  const lots = [3, 1, 4];
  const merits = new Float64Array(3);
  const calibration = { variance: { entry: 0, judge: 1, residual: 1 }, mu: 80 };
  const table = ratings(['A J1:80 J2:81', 'B J1:82 J2:83', 'C J1:81 J2:82']);
  entryPosterior(crossedDesign(table), calibration)(merits, () => lots.shift()!);
  expect([...merits]).toEqual([3, 1, 4]);
  expect(lots).toEqual([]);
});

it('the mean of several scores of a pair does not depend on their order', () => {
  // In floating point 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1, and 10 comes before 9 as a text.
  const one = crossedDesign(ratings(['A J1:0.3 J1:0.1 J1:0.2', 'B J1:9 J1:10 J1:0.1']));
  const other = crossedDesign(ratings(['B J1:10 J1:0.1 J1:9', 'A J1:0.1 J1:0.2 J1:0.3']));
  expect(one).toEqual(other);
  expect([...one.cellMean]).toEqual([(0.1 + 0.2 + 0.3) / 3, (0.1 + 9 + 10) / 3]);
});

it('moments of pairs scored twice are those of the analysis of variance', () => {
  const table = ratings([
    'a J1:1 J1:3 J2:2 J2:4',
    'b J1:5 J1:6 J2:7 J2:8',
    'c J1:9 J1:9 J2:10 J2:12',
  ]);
  const [rows, columns] = momentEstimates(crossedDesign(table));
  // Twelve scores of mean 76/12; row sums 10, 26, 40; column sums 33, 43; squares 610.
  const grand = 76 ** 2 / 12;
  const [betweenRows, betweenColumns] = [2376 / 4 - grand, 2938 / 6 - grand];
  const residual = (610 - grand - betweenRows - betweenColumns) / (12 - 3 - 2 + 1);
  expect(rows).toBeCloseTo((betweenRows / 2 - residual) / 4 / residual, 9);
  expect(columns).toBeCloseTo((betweenColumns - residual) / 6 / residual, 9);
});

it('a design of which one pair stands three times and the others once is not complete', () => {
  const [first] = penicillin;
  const thrice = [...penicillin, first!, first!];
  expect(calibrationFindings(thrice, calibrateScores(thrice)).map(({ code }) => code)).toEqual([
    'calibration.finding.applied',
  ]);
});
