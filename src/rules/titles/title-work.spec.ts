import { describe, expect, test } from '@jest/globals';
import { createWorkingDayCalendar } from '../calendar/working-day-calendar.js';
import { daysLate, lateWork } from '../due-work.js';
import { type TitleWorkFacts, titleWork } from './title-work.js';

const calendar = createWorkingDayCalendar([{ year: 2027, holidays: [], makeUpDays: [] }]);
const nothing: TitleWorkFacts = { reviews: [], warnings: [], revocations: [], changes: [] };
const one = { titleId: 't', subject: 'QZ-2026-G-001' };
const review = {
  ...one,
  dueOn: '2027-03-29',
  returnFiled: true,
  creditAsOf: '2027-03-02',
  creditHit: null,
  eligibility: 'met',
  complaints: 'none',
} as const;
const warning = {
  ...one,
  ground: 'V3',
  termEndsOn: '2027-05-24',
  cureFiledOn: null,
  returnFiledOn: null,
} as const;
const revocation = {
  ...one,
  proposedBy: 'a',
  statementDueOn: '2027-03-08',
  statedAt: null,
  statedOn: null,
  decidedBy: null,
  decidedOn: null,
  decision: null,
  noticeId: null,
  postedOn: null,
  plaqueDueOn: null,
  plaqueReturnedOn: null,
  annulledOn: null,
  annulmentNoticeId: null,
} as const;
const decided = { ...revocation, decision: 'revoke', decidedBy: 'b', noticeId: 'n' } as const;
const posted = { ...decided, postedOn: '2027-03-10', plaqueDueOn: '2027-04-07' } as const;

const of = (facts: Partial<TitleWorkFacts>, today = '2027-03-03') =>
  titleWork({ ...nothing, ...facts }, calendar, today).map(
    ({ kind, owner, dueOn, href }) => `${kind} ${owner} ${dueOn} ${href}`,
  );
const page = '/office/titles/t';

describe('next with a title', () => {
  test.each([
    [
      'an unchecked review',
      { reviews: [{ ...review, creditAsOf: null }] },
      'checkReview Verifier 2027-03-29',
    ],
    ['a good review', { reviews: [review] }, 'confirmReview CityRegistrar 2027-03-29'],
    [
      'a review with a fault',
      { reviews: [{ ...review, returnFiled: false }] },
      'warnTitle Approver 2027-03-29',
    ],
    [
      'a review with a veto',
      { reviews: [{ ...review, creditHit: 'V2' }] },
      'proposeRevocation CityRegistrar 2027-03-29',
    ],
    [
      'a reported repair',
      { warnings: [{ ...warning, cureFiledOn: '2027-03-01' }] },
      'decideCure Approver 2027-03-15',
    ],
    [
      'a return that came in',
      { warnings: [{ ...warning, ground: 'returnMissing', returnFiledOn: '2027-03-01' }] },
      'decideCure Approver 2027-03-15',
    ],
    [
      'a revocation whose holder has spoken',
      { revocations: [{ ...revocation, statedAt: 'x', statedOn: '2027-03-02' }] },
      'decideRevocation Approver 2027-03-16',
    ],
    ['a revoked title', { revocations: [posted] }, 'recallPlaque CityRegistrar 2027-04-07'],
  ] as const)('%s', (_what, facts, work) => {
    expect(of(facts as Partial<TitleWorkFacts>)).toEqual([`${work} ${page}`]);
  });

  test('a repair reported after the term is decided on too', () => {
    const late = { ...warning, cureFiledOn: '2027-05-25' };
    expect(of({ warnings: [late] }, '2027-05-26')).toEqual([
      `decideCure Approver 2027-06-08 ${page}`,
    ]);
  });

  test('a review goes on beside a revocation that was posted', () => {
    const facts = {
      reviews: [review],
      revocations: [{ ...posted, plaqueReturnedOn: '2027-03-20' }],
    };
    expect(of(facts)).toEqual([`confirmReview CityRegistrar 2027-03-29 ${page}`]);
  });

  test('a posting leads to the notice', () => {
    expect(of({ revocations: [decided] })).toEqual([
      'postTitleNotice Publisher 2027-03-22 /office/notices/n',
    ]);
    const back = { ...posted, plaqueReturnedOn: '2027-03-20' };
    const annulled = { ...back, annulledOn: '2027-03-22', annulmentNoticeId: 'm' };
    expect(of({ revocations: [annulled] })).toEqual([
      'postTitleNotice Publisher 2027-03-29 /office/notices/m',
    ]);
  });

  test('a change waits on the page of the changes', () => {
    expect(of({ changes: [{ subject: 'x', reportedOn: '2027-03-01' }] })).toEqual([
      'handleChange CityRegistrar 2027-03-08 /office/titles/changes',
    ]);
  });

  test('a term that is over is followed by a proposal, one that runs by nothing', () => {
    expect(of({ warnings: [warning] }, '2027-05-24')).toEqual([]);
    expect(of({ warnings: [warning] }, '2027-05-25')).toEqual([
      `proposeRevocation CityRegistrar 2027-06-07 ${page}`,
    ]);
  });

  test('a proposed revocation takes the place of review and warning, and waits for the holder', () => {
    const facts = { reviews: [review], warnings: [warning], revocations: [revocation] };
    expect(of(facts, '2027-06-01')).toEqual([`decideRevocation Approver 2027-03-22 ${page}`]);
    expect(of(facts, '2027-03-08')).toEqual([]);
  });

  test('nothing is guessed in a year without working days', () => {
    const facts = { changes: [{ subject: 'x', reportedOn: '2029-03-01' }] };
    expect(of(facts)).toEqual(['handleChange CityRegistrar null /office/titles/changes']);
  });
});

describe('late work', () => {
  const work = (owner: 'Approver' | 'Verifier', dueOn: string | null) =>
    ({ kind: 'a', owner, dueOn, subject: 's', href: '/' }) as const;
  const all = [
    work('Approver', '2027-03-03'),
    work('Verifier', '2027-03-01'),
    work('Approver', null),
  ];

  test('is late from the day after its due day', () => {
    expect(all.map((each) => daysLate(each, '2027-03-03'))).toEqual([0, 2, 0]);
    expect(daysLate(all[0]!, '2027-03-04')).toBe(1);
  });

  test.each([
    ['the registrar', 'CityRegistrar', ['Verifier', 'Approver']],
    ['the supervisor', 'Supervisor', ['Verifier', 'Approver']],
    ['its owner', 'Approver', ['Approver']],
    ['somebody else', 'Screener', []],
  ] as const)('is shown to %s, the latest first', (_who, role, owners) => {
    expect(lateWork(all, [role], '2027-03-05').map(({ owner }) => owner)).toEqual(owners);
  });
});
