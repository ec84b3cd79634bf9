import { describe, expect, test } from '@jest/globals';
import { createWorkingDayCalendar } from '../calendar/working-day-calendar.js';
import { reportDueOn } from './change-duty.js';
import { wasDecidedByTwo, wasHeard } from './revocation-steps.js';
import { nextReminderOn, notRepairedInTerm, owesReminder, repairedInTerm } from './warning-term.js';

/** 1 March 2027 is a Monday; no holidays, so that the days can be counted on the fingers. */
const calendar = createWorkingDayCalendar([{ year: 2027, holidays: [], makeUpDays: [] }]);

describe('a warning', () => {
  const warning = {
    ground: 'V3',
    warnedOn: '2027-03-01',
    termEndsOn: '2027-05-24',
    remindedOn: null,
    cureFiledOn: null,
    returnFiledOn: null,
  } as const;

  test.each([
    ['nothing', {}, false],
    ['a report in the term', { cureFiledOn: '2027-05-24' }, true],
    ['a report after it', { cureFiledOn: '2027-05-25' }, false],
    ['a return, which is not what was missing', { returnFiledOn: '2027-04-01' }, false],
    ['the missing return', { ground: 'returnMissing', returnFiledOn: '2027-05-24' }, true],
    [
      'the missing return, too late',
      { ground: 'returnMissing', returnFiledOn: '2027-05-25' },
      false,
    ],
    [
      'a report instead of the return',
      { ground: 'returnMissing', cureFiledOn: '2027-05-01' },
      false,
    ],
  ] as const)('is met by %s: %j → %j', (_what, change, repaired) => {
    const given = { ...warning, ...change };
    expect(repairedInTerm(given)).toBe(repaired);
    expect(notRepairedInTerm(given, '2027-05-24')).toBe(false);
    expect(notRepairedInTerm(given, '2027-05-25')).toBe(!repaired);
  });

  test('may be called to mind five working days after it, and again after each time', () => {
    expect(nextReminderOn(calendar, warning)).toBe('2027-03-08');
    expect(nextReminderOn(calendar, { ...warning, remindedOn: '2027-03-10' })).toBe('2027-03-17');
  });

  test.each([
    ['eleven working days before the end', '2027-05-07', {}, false],
    ['ten before', '2027-05-10', {}, true],
    ['on the last day', '2027-05-24', {}, true],
    ['after it', '2027-05-25', {}, false],
    ['four days after the last one', '2027-05-14', { remindedOn: '2027-05-10' }, false],
    ['five days after the last one', '2027-05-17', { remindedOn: '2027-05-10' }, true],
    ['once it is repaired', '2027-05-17', { cureFiledOn: '2027-05-10' }, false],
  ] as const)('reminds by itself %s: %s %j → %j', (_what, today, change, owed) => {
    expect(owesReminder(calendar, { ...warning, ...change }, today)).toBe(owed);
  });
});

describe('a revocation', () => {
  const proposed = {
    proposedBy: 'one',
    statementDueOn: '2027-03-08',
    statedAt: null,
    decidedBy: null,
    decision: null,
  };

  test('is decided after the statement, or when its days are over', () => {
    expect(wasHeard(proposed, '2027-03-08')).toBe(false);
    expect(wasHeard(proposed, '2027-03-09')).toBe(true);
    expect(wasHeard({ ...proposed, statedAt: '2027-03-02T01:00:00.000Z' }, '2027-03-02')).toBe(
      true,
    );
  });

  test.each([
    [{}, false],
    [{ decision: 'revoke', decidedBy: 'one' }, false],
    [{ decision: 'revoke', decidedBy: null }, false],
    [{ decision: 'keep', decidedBy: 'two' }, false],
    [{ decision: 'revoke', decidedBy: 'two' }, true],
  ] as const)('with %j was decided by two: %j', (change, two) => {
    expect(wasDecidedByTwo({ ...proposed, ...change })).toBe(two);
  });
});

test.each([
  ['name', '2027-03-15'],
  ['control', '2027-03-15'],
  ['place', '2027-03-15'],
  ['shopClosure', '2027-03-15'],
  ['platformPage', '2027-03-04'],
] as const)('a change of %s on 1 March is reported until %s', (kind, day) => {
  expect(reportDueOn(calendar, kind, '2027-03-01')).toBe(day);
});
