import { describe, expect, test } from '@jest/globals';
import {
  type ReviewFacts,
  reviewMarks,
  reviewProposal,
  warningGroundsFound,
} from './review-findings.js';
import {
  type ReviewedTitle,
  awaitsReviewOf,
  opensReview,
  returnDueOn,
  yearUnderReview,
} from './review-year.js';
import { REVIEW_VETOES, REVOCATION_GROUNDS, groundsFor } from './title-grounds.js';

const good: ReviewFacts = {
  returnFiled: true,
  creditAsOf: '2027-03-01',
  creditHit: null,
  eligibility: 'met',
  complaints: 'none',
};

describe('a review', () => {
  test.each([
    ['confirm', {}],
    ['confirm', { complaints: 'answered' }],
    ['check', { creditAsOf: null }],
    ['check', { eligibility: null }],
    ['check', { complaints: null, creditHit: 'V2' }],
    ['warn', { returnFiled: false }],
    ['warn', { eligibility: 'notMet' }],
    ['warn', { complaints: 'unanswered' }],
    ['warn', { creditHit: 'V3' }],
    ['warn', { creditHit: 'V12' }],
    ['revoke', { creditHit: 'V2' }],
    ['revoke', { creditHit: 'V13', returnFiled: false }],
  ] as const)('proposes to %s after %j', (proposal, change) => {
    expect(reviewProposal({ ...good, ...change })).toBe(proposal);
  });

  test('marks each of its four parts', () => {
    expect(reviewMarks(good)).toEqual({
      annualReturn: 'good',
      credit: 'good',
      eligibility: 'good',
      complaints: 'good',
    });
    const open = { creditAsOf: null, eligibility: null, complaints: null, returnFiled: false };
    expect(reviewMarks({ ...good, ...open })).toEqual({
      annualReturn: 'fault',
      credit: 'open',
      eligibility: 'open',
      complaints: 'open',
    });
  });

  test('knows of every veto that it asks about whether it ends a title', () => {
    const warned = REVIEW_VETOES.filter(
      (creditHit) => reviewProposal({ ...good, creditHit }) === 'warn',
    );
    expect(warned).toEqual(['V3', 'V11', 'V12']);
  });

  test.each([
    [{}, ['minorBreach']],
    [{ returnFiled: false }, ['returnMissing', 'minorBreach']],
    [{ eligibility: 'notMet' }, ['notEligible', 'minorBreach']],
    [{ creditHit: 'V3' }, ['V3', 'minorBreach']],
    [{ creditHit: 'V11' }, ['V11', 'minorBreach']],
    [{ creditHit: 'V12' }, ['V12', 'minorBreach']],
    [{ complaints: 'unanswered' }, ['V11', 'minorBreach']],
    [{ creditHit: 'V2' }, []],
    [{ returnFiled: false, creditAsOf: null }, []],
  ] as const)('finds after %j the grounds %j', (change, grounds) => {
    expect(warningGroundsFound({ ...good, ...change })).toEqual(grounds);
  });
});

describe('the year under review', () => {
  test.each([
    ['2027-02-28', 2025],
    ['2027-03-01', 2026],
    ['2027-12-31', 2026],
  ])('on %s is %i', (today, year) => {
    expect(yearUnderReview(today)).toBe(year);
  });

  const title: ReviewedTitle = {
    state: 'Active',
    validFrom: '2026-06-01',
    validTo: '2029-05-31',
    reviewedYear: null,
  };
  test.each([
    ['a title in force', {}, '2027-03-01', true],
    ['before the returns are due', {}, '2027-02-28', false],
    ['a title given after the year', { validFrom: '2027-02-01' }, '2027-03-01', false],
    ['one that was reviewed', { reviewedYear: 2026 }, '2027-03-01', false],
    ['one reviewed the year before', { reviewedYear: 2026 }, '2028-03-01', true],
    ['one that has ended today', { validTo: '2027-03-01' }, '2027-03-01', true],
    ['one that has ended', { validTo: '2027-02-28' }, '2027-03-01', false],
    ['a revoked title', { state: 'Revoked' }, '2027-03-01', false],
  ] as const)('opens a review of %s', (_what, change, today, opens) => {
    expect(opensReview({ ...title, ...change }, today)).toBe(opens);
    expect(awaitsReviewOf({ ...title, ...change }, today)).toBe(opens);
  });

  test('of a warned title is awaited, and opens when the warning is over', () => {
    const warned = { ...title, state: 'Warned' } as const;
    expect(awaitsReviewOf(warned, '2027-03-01')).toBe(true);
    expect(opensReview(warned, '2027-03-01')).toBe(false);
  });
});

describe('the grounds of a revocation', () => {
  const facts = { state: 'Active', warnedBefore: false, lapsed: false, placeLost: false } as const;
  const ownGrounds = REVOCATION_GROUNDS.filter(
    (ground) => !['notRepaired', 'misusedAfterWarning', 'placeLost'].includes(ground),
  );

  test('are a closed list for a title in force', () => {
    expect(groundsFor(facts)).toEqual(ownGrounds);
    expect(groundsFor({ ...facts, state: 'UnderReview' })).toEqual(ownGrounds);
  });

  test('hold misuse only after a warning', () => {
    expect(groundsFor({ ...facts, warnedBefore: true })).toEqual([
      ...ownGrounds,
      'misusedAfterWarning',
    ]);
  });

  test('hold a lost place only after a re-review found it', () => {
    const lost = { ...facts, placeLost: true };
    expect(groundsFor(lost).filter((ground) => !ownGrounds.includes(ground))).toEqual([
      'placeLost',
    ]);
    expect(groundsFor({ ...lost, state: 'Warned' })).toEqual([]);
  });

  test('of a warned title are that its term is over, and no other', () => {
    const warned = { ...facts, state: 'Warned', warnedBefore: true } as const;
    expect(groundsFor(warned)).toEqual([]);
    expect(groundsFor({ ...warned, lapsed: true })).toEqual(['notRepaired']);
  });
});

it('a return is due on the last day before its review opens, in a leap year too', () => {
  expect([returnDueOn(2026), returnDueOn(2027)]).toEqual(['2027-02-28', '2028-02-29']);
});
