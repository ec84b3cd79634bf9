import type { Candidate } from './candidate.js';
import { outcomes } from './outcomes.js';
import { standings } from './standings.js';

const points = (
  receiptNumber: string,
  composite: number,
  values: Partial<Candidate> = {},
): Candidate => ({
  receiptNumber,
  division: 'kecheng',
  relatedGroup: null,
  composite: composite * 1_000_000,
  exemplaryEffect: 0,
  integrity: 0,
  expertTotals: new Map(),
  ...values,
});
const RULES = { quota: 3, passMark: 7000, divisionFloor: null, onePlacePerRelatedGroup: true };
const FLOOR = { ...RULES, divisionFloor: { places: 1, bestScore: 7500 } };

function result(rules: Parameters<typeof outcomes>[2], ...candidates: readonly Candidate[]) {
  const order = standings(candidates, ['sharedStanding'], []);
  return outcomes(candidates, order, rules).map(
    (one) => `${one.receiptNumber} ${one.result} ${one.reason}`,
  );
}

const g1 = { relatedGroup: 'g1' };
const kaihua = { division: 'kaihua' };
const longyou = { division: 'longyou' };

describe('a place', () => {
  it('is given within the quota, and not below the pass mark or beyond the quota', () => {
    expect(
      result({ ...RULES, quota: 1 }, points('A', 90), points('B', 80), points('C', 69)),
    ).toEqual([
      'A proposed withinQuota',
      'B notProposed quotaFilled',
      'C notProposed belowPassMark',
    ]);
  });

  it('is not given twice to related merchants, unless the programme allows it', () => {
    const related = [points('A', 90, g1), points('B', 80, g1)];
    expect(result(RULES, ...related)).toEqual([
      'A proposed withinQuota',
      'B notProposed relatedMerchant',
    ]);
    expect(result({ ...RULES, onePlacePerRelatedGroup: false }, ...related)).toEqual([
      'A proposed withinQuota',
      'B proposed withinQuota',
    ]);
  });

  it('is refused to related merchants for the quota alone while neither has one', () => {
    const related = [points('A', 90, g1), points('B', 85, g1)];
    expect(result({ ...RULES, quota: 1 }, points('X', 95), ...related).slice(1)).toEqual([
      'A notProposed quotaFilled',
      'B notProposed quotaFilled',
    ]);
  });

  it('is reserved while related merchants are level, and the others go on', () => {
    const level = [points('A', 90, g1), points('B', 90, g1)];
    const others = [points('C', 80), points('D', 79), points('E', 78)];
    expect(result(RULES, ...level, ...others)).toEqual([
      'A undecided tieBetweenRelated',
      'B undecided tieBetweenRelated',
      'C proposed withinQuota',
      'D proposed withinQuota',
      'E notProposed quotaFilled',
    ]);
    expect(result(RULES, ...level, points('C', 80, g1))[2]).toBe('C notProposed relatedMerchant');
  });

  it('is reserved while a tie lies on the cut line', () => {
    expect(
      result(
        RULES,
        points('A', 90),
        points('B', 85),
        points('C', 80),
        points('D', 80),
        points('E', 79),
      ),
    ).toEqual([
      'A proposed withinQuota',
      'B proposed withinQuota',
      'C undecided tieAtCutLine',
      'D undecided tieAtCutLine',
      'E notProposed quotaFilled',
    ]);
  });
});

describe('the floor of a division', () => {
  const home = [points('A', 90), points('B', 85), points('C', 82)];

  it('moves a place, with the result on both sides', () => {
    expect(result(FLOOR, ...home, points('D', 80, kaihua))).toEqual([
      'A proposed withinQuota',
      'B proposed withinQuota',
      'C notProposed gaveWayToDivisionFloor',
      'D proposed divisionFloor',
    ]);
  });

  it('does not cut through a tie that waits for the committee', () => {
    const tie = [points('C', 80, kaihua), points('D', 80, longyou)];
    expect(result(FLOOR, points('A', 90), points('B', 85), ...tie)).toEqual([
      'A proposed withinQuota',
      'B proposed withinQuota',
      'C undecided tieAtCutLine',
      'D undecided tieAtCutLine',
    ]);
  });

  it('does not give related merchants a second place', () => {
    const away = [points('D', 80, { ...kaihua, ...g1 }), points('E', 79, { ...longyou, ...g1 })];
    expect(result(FLOOR, ...home, ...away).slice(3)).toEqual([
      'D proposed divisionFloor',
      'E notProposed quotaFilled',
    ]);
  });
});
