import { fraction } from '../scoring/fraction.js';
import type { TieStep } from '../scoring/rule-set.js';
import type { Candidate } from './candidate.js';
import { outcomes } from './outcomes.js';
import { type CommitteeBallot, standings } from './standings.js';

const CHAIN: readonly TieStep[] = ['pairwiseMajority', 'committeeBallot', 'sharedStanding'];

/** @param totals of the seats from 1 on; null where the judge has no sheet for it */
function candidate(receiptNumber: string, ...totals: readonly (number | null)[]): Candidate {
  const seats = totals.flatMap((total, i) =>
    total === null ? [] : [[i + 1, fraction(total * 100)] as const],
  );
  return {
    receiptNumber,
    division: 'kecheng',
    relatedGroup: null,
    composite: 80_000_000,
    exemplaryEffect: 0,
    integrity: 0,
    expertTotals: new Map(seats),
  };
}

function order(candidates: readonly Candidate[], ballots: readonly CommitteeBallot[] = []) {
  return standings(candidates, CHAIN, ballots).map(
    ({ receiptNumber, standing, decidedBy }) => `${standing} ${receiptNumber} ${decidedBy}`,
  );
}

describe('a majority of judges', () => {
  it('counts the judges who scored both, and nobody else', () => {
    const a = candidate('A', 1, 3, 3, null);
    const b = candidate('B', null, 2, 2, 9);
    expect(order([b, a])).toEqual(['1 A pairwiseMajority', '2 B pairwiseMajority']);
  });

  it('takes no side where a judge gave both the same', () => {
    const a = candidate('A', 2, 2, 3);
    const b = candidate('B', 2, 2, 1);
    expect(order([b, a])).toEqual(['1 A pairwiseMajority', '2 B pairwiseMajority']);
    const even = [candidate('A', 3, 1), candidate('B', 1, 3)];
    expect(order(even)).toEqual(['1 A sharedStanding', '1 B sharedStanding']);
  });

  it('is asked again among those it left on one place', () => {
    // A > B > C > A in a circle; D loses to A and B and beats C: A and B are one up, C and D one down.
    const all = [
      candidate('C', 1, 2, 4),
      candidate('D', 2, 3, 1),
      candidate('B', 3, 4, 2),
      candidate('A', 4, 1, 3),
    ];
    expect(order(all)).toEqual([
      '1 A pairwiseMajority',
      '2 B pairwiseMajority',
      '3 D pairwiseMajority',
      '4 C pairwiseMajority',
    ]);
  });

  it('weighs defeats against victories', () => {
    // A beats B and is level with C, which is level with B: one up, one down and C between them.
    const all = [candidate('B', 2, 1), candidate('C', 1, 3), candidate('A', 3, 1)];
    expect(order(all)).toEqual([
      '1 A pairwiseMajority',
      '2 C pairwiseMajority',
      '3 B pairwiseMajority',
    ]);
  });
});

describe('the ballot of the committee', () => {
  const tied = [candidate('A', 2), candidate('B', 2), candidate('C', 2)];

  it('is the last one that was held', () => {
    const ballots = [{ votes: { A: 5, B: 3, C: 1 } }, { votes: { A: 1, B: 3, C: 5 } }];
    expect(order(tied, ballots)).toEqual([
      '1 C committeeBallot',
      '2 B committeeBallot',
      '3 A committeeBallot',
    ]);
  });

  it('counts only when it put all of them to the vote', () => {
    const ballots: readonly CommitteeBallot[] = [
      { votes: { A: 5, B: 3, C: 1 } },
      { votes: { B: 9, C: 0 } },
    ];
    expect(order(tied, ballots)[0]).toBe('1 A committeeBallot');
    expect(order(tied, [{ votes: { A: 5, B: 3 } }])).toEqual([
      '1 A sharedStanding',
      '1 B sharedStanding',
      '1 C sharedStanding',
    ]);
  });

  it('stays open until it was held, and where it left two level', () => {
    const open = (ballots: readonly CommitteeBallot[]) =>
      standings(tied, CHAIN, ballots).map(({ ballotOpen }) => ballotOpen);
    expect(open([])).toEqual([true, true, true]);
    expect(open([{ votes: { A: 5, B: 3, C: 3 } }])).toEqual([false, true, true]);
    expect(open([{ votes: { A: 5, B: 3, C: 1 } }])).toEqual([false, false, false]);
    const without = standings(tied, ['sharedStanding'], []);
    expect(without.map(({ ballotOpen }) => ballotOpen)).toEqual([false, false, false]);
  });
});

describe('the floor of the divisions', () => {
  const points = (receipt: string, composite: number, division = 'kecheng') => ({
    ...candidate(receipt, 1),
    composite: composite * 1_000_000,
    division,
  });
  function result(
    candidates: readonly Candidate[],
    { places = 1, quota = 3 }: { places?: number; quota?: number } = {},
  ) {
    const floor = { places, bestScore: 7500 };
    const rules = { quota, passMark: 7000, divisionFloor: floor, onePlacePerRelatedGroup: true };
    return outcomes(candidates, standings(candidates, CHAIN, []), rules).map(
      ({ receiptNumber, reason }) => `${receiptNumber} ${reason}`,
    );
  }
  const home = [points('A', 95), points('B', 90), points('C', 85)];

  it('takes no place from a division that has no more than the floor itself', () => {
    const three = [points('A', 95), points('B', 90, 'longyou'), points('C', 85, 'jiangshan')];
    expect(result([...three, points('D', 80, 'kaihua')])).toEqual([
      'A withinQuota',
      'B withinQuota',
      'C withinQuota',
      'D quotaFilled',
    ]);
  });

  it('gives each division its place, from the lowest upwards', () => {
    const away = [points('D', 80, 'kaihua'), points('E', 79, 'longyou')];
    expect(result([...home, ...away])).toEqual([
      'A withinQuota',
      'B gaveWayToDivisionFloor',
      'C gaveWayToDivisionFloor',
      'D divisionFloor',
      'E divisionFloor',
    ]);
  });

  it('stops where the giving division would fall below it', () => {
    const away = [points('D', 80, 'kaihua'), points('E', 79, 'kaihua')];
    expect(result([...home, ...away], { places: 2 })).toEqual([
      'A withinQuota',
      'B withinQuota',
      'C gaveWayToDivisionFloor',
      'D divisionFloor',
      'E quotaFilled',
    ]);
  });

  it('gives a division with its share nothing more', () => {
    const all = [
      points('A', 95),
      points('B', 90),
      points('C', 85, 'kaihua'),
      points('D', 80, 'kaihua'),
    ];
    expect(result(all)).toEqual([
      'A withinQuota',
      'B withinQuota',
      'C withinQuota',
      'D quotaFilled',
    ]);
  });

  it('passes over an application below its score and goes on to the next division', () => {
    const away = [points('D', 74.999999, 'kaihua'), points('E', 74, 'longyou')];
    expect(result([...home, ...away]).slice(3)).toEqual(['D quotaFilled', 'E quotaFilled']);
    const exact = points('D', 75, 'kaihua');
    expect(result([...home, exact])[3]).toBe('D divisionFloor');
  });
});
