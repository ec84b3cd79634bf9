import { RuleError } from '../rule-error.js';
import { calibrateScores } from './calibrate-scores.js';
import { comparableParts } from './comparable-parts.js';
import { crossedDesign } from './crossed-design.js';
import { momentEstimates } from './moment-estimates.js';
import { penicillin, ratings } from './worked-cases.fixture.js';

describe('moment estimates', () => {
  it('are the ratios of lme4 where every judge scored every entry', () => {
    // REML of lme4: plate 0.7169, sample 3.7309, residual 0.3024.
    const [plate, sample] = momentEstimates(crossedDesign(penicillin));
    expect(plate).toBeCloseTo(0.7169 / 0.3024, 2);
    expect(sample).toBeCloseTo(3.7309 / 0.3024, 2);
    const { variance } = calibrateScores(penicillin);
    expect(plate).toBeCloseTo(variance.entry / variance.residual, 6);
    expect(sample).toBeCloseTo(variance.judge / variance.residual, 6);
  });

  it('follow from the sums of squares of a table by hand', () => {
    const table = ratings(['a J1:1 J2:2', 'b J1:5 J2:7', 'c J1:9 J2:10']);
    // Means 1.5, 6, 9.5 of the rows and 5, 19/3 of the columns around 17/3; mean squares of a balanced table.
    const [rows, columns] = momentEstimates(crossedDesign(table));
    const [betweenRows, betweenColumns, all] = [193 / 3, 8 / 3, 202 / 3];
    const residual = (all - betweenRows - betweenColumns) / 2;
    expect(rows).toBeCloseTo((betweenRows / 2 - residual) / 2 / residual, 9);
    expect(columns).toBeCloseTo((betweenColumns - residual) / 3 / residual, 9);
  });

  it('are nothing where the judges differ less than chance, or not at all', () => {
    const level = ratings(['a J1:1 J2:3', 'b J1:7 J2:5', 'c J1:9 J2:9']);
    expect(momentEstimates(crossedDesign(level))[1]).toBe(0);
    const exact = ratings(['a J1:1 J2:1', 'b J1:5 J2:5', 'c J1:9 J2:9']);
    expect(momentEstimates(crossedDesign(exact))).toEqual([0, 0]);
  });
});

describe('comparable parts', () => {
  it('come with the one of most entries first, equal ones by their first entry', () => {
    const parts = comparableParts(
      ratings(['e J9:1', 'a J1:1', 'b J2:1', 'c J2:1', 'd J2:1 J3:1', 'f J4:1', 'g J4:1']),
    );
    expect(parts).toEqual([
      { entries: ['b', 'c', 'd'], judges: ['J2', 'J3'] },
      { entries: ['f', 'g'], judges: ['J4'] },
      { entries: ['a'], judges: ['J1'] },
      { entries: ['e'], judges: ['J9'] },
    ]);
  });
});

describe('a calibration refuses', () => {
  const apart = (count: number) =>
    Array.from({ length: count }, (_, at) => {
      const name = String(at).padStart(2, '0');
      return { judge: `J${name}`, entry: `E${name}`, score: at };
    });
  const names = (letter: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${letter}${String(at + 1).padStart(2, '0')}`).join(
      ', ',
    );

  it.each([
    [21, ''],
    [22, ', …'],
  ])('%i parts that nothing compares, and names twenty', (parts, rest) => {
    expect(() => calibrateScores(apart(parts))).toThrow(
      new RuleError('calibration.unconnected', {
        parts,
        entries: `${names('E', 20)}${rest}`,
        judges: `${names('J', 20)}${rest}`,
      }),
    );
  });

  it('more judges and entries than its system of equations takes', () => {
    const chain = Array.from({ length: 5001 }, (_, at) =>
      [0, 1, 2].map((step) => ({ judge: `J${at}`, entry: `E${at + step}`, score: at + step })),
    ).flat();
    expect(() => calibrateScores(chain)).toThrow(
      new RuleError('calibration.tooLarge', { levels: 5001, limit: 5000 }),
    );
  });
});
