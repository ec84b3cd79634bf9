import * as fc from 'fast-check';
import { fraction } from '../scoring/fraction.js';
import type { TieStep } from '../scoring/rule-set.js';
import type { Candidate } from './candidate.js';
import { outcomes } from './outcomes.js';
import { type CommitteeBallot, standings } from './standings.js';

const CHAIN: readonly TieStep[] = [
  'exemplaryEffect',
  'integrity',
  'pairwiseMajority',
  'committeeBallot',
  'sharedStanding',
];

function candidate(receiptNumber: string, values: Partial<Candidate> = {}): Candidate {
  return {
    receiptNumber,
    division: 'kecheng',
    relatedGroup: null,
    composite: 80_000_000,
    exemplaryEffect: 20_000_000,
    integrity: 20_000_000,
    expertTotals: judges(20, 20, 20),
    ...values,
  };
}

function judges(...totals: readonly number[]) {
  return new Map(totals.map((total, i) => [i + 1, fraction(total * 100)] as const));
}

function order(candidates: readonly Candidate[], ballots: readonly CommitteeBallot[] = []) {
  return standings(candidates, CHAIN, ballots).map(
    ({ receiptNumber, standing, decidedBy }) => `${standing} ${receiptNumber} ${decidedBy}`,
  );
}

it('goes by composite at six decimals', () => {
  const a = candidate('A', { composite: 83_391_667 });
  const b = candidate('B', { composite: 83_391_668 });
  expect(order([a, b])).toEqual(['1 B null', '2 A null']);
});

it('tie chain 1 and 2: exemplary effect, then integrity', () => {
  const a = candidate('A', { integrity: 21_000_000 });
  const b = candidate('B', { exemplaryEffect: 20_000_001 });
  const c = candidate('C');
  expect(order([c, a, b])).toEqual(['1 B exemplaryEffect', '2 A integrity', '3 C integrity']);
});

it('tie chain 3: more judges rank it higher, whatever the sums', () => {
  const a = candidate('A', { expertTotals: judges(21, 21, 10) });
  const b = candidate('B', { expertTotals: judges(20, 20, 28) });
  expect(order([b, a])).toEqual(['1 A pairwiseMajority', '2 B pairwiseMajority']);
});

it('a majority in a circle decides nothing and the committee votes', () => {
  const a = candidate('A', { expertTotals: judges(3, 1, 2) });
  const b = candidate('B', { expertTotals: judges(2, 3, 1) });
  const c = candidate('C', { expertTotals: judges(1, 2, 3) });
  const shared = order([a, b, c]);
  expect(shared).toEqual(['1 A sharedStanding', '1 B sharedStanding', '1 C sharedStanding']);
  const votes = { A: 2, B: 6, C: 1 };
  expect(order([a, b, c], [{ votes }])).toEqual([
    '1 B committeeBallot',
    '2 A committeeBallot',
    '3 C committeeBallot',
  ]);
});

it('a shared standing leaves the next number out', () => {
  const last = candidate('C', { composite: 70_000_000 });
  const all = standings([last, candidate('B'), candidate('A')], CHAIN, []);
  expect(all.map(({ standing }) => standing)).toEqual([1, 1, 3]);
  expect(all[0]).toMatchObject({ sharedWith: ['A', 'B'], ballotOpen: true });
});

const points = (receipt: string, composite: number, values: Partial<Candidate> = {}) =>
  candidate(receipt, { composite: composite * 1_000_000, ...values });

it('leaves those on one place whom the last step of the chain did not tell apart', () => {
  const tied = [candidate('B'), candidate('A')];
  expect(standings(tied, ['exemplaryEffect', 'integrity'], [])).toEqual(
    ['A', 'B'].map((receiptNumber) => ({
      receiptNumber,
      standing: 1,
      sharedWith: ['A', 'B'],
      decidedBy: null,
      ballotOpen: false,
    })),
  );
});

describe('outcomes', () => {
  const RULES = { quota: 2, passMark: 7000, divisionFloor: null, onePlacePerRelatedGroup: true };
  function result(candidates: readonly Candidate[], rules: Parameters<typeof outcomes>[2] = RULES) {
    return outcomes(candidates, standings(candidates, CHAIN, []), rules).map(
      ({ receiptNumber, reason }) => `${receiptNumber} ${reason}`,
    );
  }

  it('fills the quota from the top; below the pass mark a place stays vacant', () => {
    expect(result([points('A', 90), points('B', 80), points('C', 79)])).toEqual([
      'A withinQuota',
      'B withinQuota',
      'C quotaFilled',
    ]);
    expect(result([points('A', 90), points('B', 69.999999)])).toEqual([
      'A withinQuota',
      'B belowPassMark',
    ]);
    expect(result([points('A', 70)])).toEqual(['A withinQuota']);
  });

  it('gives one place to merchants that are related; the highest stays and the next moves up', () => {
    const group = { relatedGroup: 'g1' };
    expect(result([points('A', 90, group), points('B', 80, group), points('C', 75)])).toEqual([
      'A withinQuota',
      'B relatedMerchant',
      'C withinQuota',
    ]);
  });

  it('leaves a tie at the cut line to the committee, and nobody below slips in', () => {
    expect(result([points('A', 90), points('B', 80), points('C', 80), points('D', 75)])).toEqual([
      'A withinQuota',
      'B tieAtCutLine',
      'C tieAtCutLine',
      'D quotaFilled',
    ]);
  });

  it('lets a tie share its standing when the quota allows', () => {
    expect(result([points('A', 90), points('B', 90), points('C', 75)])).toEqual([
      'A withinQuota',
      'B withinQuota',
      'C quotaFilled',
    ]);
  });

  it('the division floor displaces the lowest of a division with more than its share', () => {
    const rules = { ...RULES, divisionFloor: { places: 1, bestScore: 7500 } };
    const away = { division: 'kaihua' };
    const home = [points('A', 90), points('B', 85)];
    expect(result([...home, points('C', 75, away)], rules)).toEqual([
      'A withinQuota',
      'B gaveWayToDivisionFloor',
      'C divisionFloor',
    ]);
    expect(result([...home, points('C', 74.999999, away)], rules)[2]).toBe('C quotaFilled');
    expect(result([...home, points('C', 69, away)], rules)[2]).toBe('C belowPassMark');
  });
});

it('standings do not depend on the order of applications, and nobody falls by scoring more', () => {
  const field = fc.uniqueArray(
    fc.record({
      receiptNumber: fc.string({ minLength: 1, maxLength: 4 }),
      composite: fc.integer({ min: 69, max: 72 }).map((value) => value * 1_000_000),
      exemplaryEffect: fc.integer({ min: 0, max: 2 }),
      totals: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
    }),
    { selector: ({ receiptNumber }) => receiptNumber, minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(field, fc.nat(), (rows, at) => {
      const all = rows.map(({ totals, ...values }) =>
        candidate(values.receiptNumber, { ...values, expertTotals: judges(...totals) }),
      );
      expect(order([...all].reverse())).toEqual(order(all));
      const one = all[at % all.length] ?? candidate('none');
      const raised = all.map((c) => (c === one ? { ...c, composite: c.composite + 1_000_000 } : c));
      const place = (candidates: readonly Candidate[]) =>
        standings(candidates, CHAIN, []).find((s) => s.receiptNumber === one.receiptNumber)
          ?.standing ?? 0;
      expect(place(raised)).toBeLessThanOrEqual(place(all));
    }),
  );
});
