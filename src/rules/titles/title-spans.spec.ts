import { describe, expect, test } from '@jest/globals';
import { createWorkingDayCalendar } from '../calendar/working-day-calendar.js';
import { type TitleSpanFacts, titleSpans } from './title-spans.js';

const calendar = createWorkingDayCalendar([{ year: 2027, holidays: [], makeUpDays: [] }]);
const none: TitleSpanFacts = { reviews: [], warnings: [], revocations: [], changes: [] };
const subject = 'A QZ-2026-G-001';
const proposed = {
  subject,
  proposedOn: '2027-03-01',
  statementDueOn: '2027-03-08',
  statedOn: null,
  decided: false,
  postedOn: null,
  plaqueDueOn: null,
  plaqueReturnedOn: null,
};
const warned = { subject, warnedOn: '2027-03-01', termEndsOn: '2027-05-24', cureFiledOn: null };
const span = (kind: string, from: string, lastDay: string) => [
  { kind, title: subject, from, lastDay },
];

describe('terms about titles', () => {
  test.each<[string, Partial<TitleSpanFacts>, unknown]>([
    [
      'a review',
      { reviews: [{ subject, openedOn: '2027-03-01', dueOn: '2027-03-29' }] },
      span('titleReview', '2027-03-01', '2027-03-29'),
    ],
    ['a warning', { warnings: [warned] }, span('titleWarning', '2027-03-01', '2027-05-24')],
    [
      'a repair that the office looks at',
      { warnings: [{ ...warned, cureFiledOn: '2027-03-02' }] },
      span('titleCure', '2027-03-02', '2027-03-16'),
    ],
    [
      'a statement',
      { revocations: [proposed] },
      span('titleStatement', '2027-03-01', '2027-03-08'),
    ],
    [
      'a decision after the statement',
      { revocations: [{ ...proposed, statedOn: '2027-03-02' }] },
      span('titleRevocation', '2027-03-02', '2027-03-16'),
    ],
    [
      'a decision after the days have passed',
      { revocations: [{ ...proposed, statementDueOn: '2027-03-02' }] },
      span('titleRevocation', '2027-03-02', '2027-03-16'),
    ],
    [
      'a plaque',
      {
        revocations: [
          { ...proposed, decided: true, postedOn: '2027-03-02', plaqueDueOn: '2027-03-30' },
        ],
      },
      span('plaque', '2027-03-02', '2027-03-30'),
    ],
    [
      'a reported change',
      { changes: [{ subject, reportedOn: '2027-03-01' }] },
      span('titleChange', '2027-03-01', '2027-03-08'),
    ],
    [
      'a statement until the end of its last day',
      { revocations: [{ ...proposed, statementDueOn: '2027-03-03' }] },
      span('titleStatement', '2027-03-01', '2027-03-03'),
    ],
    [
      'a decided revocation without a plaque to give back',
      { revocations: [{ ...proposed, decided: true, postedOn: '2027-03-02' }] },
      [],
    ],
    [
      'a plaque of which nobody has posted the end',
      { revocations: [{ ...proposed, decided: true, plaqueDueOn: '2027-03-30' }] },
      [],
    ],
    ['a term that is over', { warnings: [{ ...warned, termEndsOn: '2027-03-02' }] }, []],
    [
      'a plaque that is back',
      {
        revocations: [
          {
            ...proposed,
            decided: true,
            postedOn: '2027-03-02',
            plaqueDueOn: '2027-03-30',
            plaqueReturnedOn: '2027-03-03',
          },
        ],
      },
      [],
    ],
    [
      'a decided revocation that is not posted yet',
      { revocations: [{ ...proposed, decided: true }] },
      [],
    ],
    [
      'a term into a year that nobody has entered',
      { changes: [{ subject, reportedOn: '2027-12-30' }] },
      [],
    ],
  ])('%s', (_title, facts, expected) => {
    expect(titleSpans({ ...none, ...facts }, calendar, '2027-03-03')).toEqual(expected);
  });
});
