import { type RunningSpan, SPAN_KINDS, movedSpans, spanEffect } from './moved-spans.js';
import { checkPrintedDays, countsOtherwise } from './printed-days.js';
import { createWorkingDayCalendar } from './working-day-calendar.js';

const year = (number: number, holidays: string[] = []) => ({
  year: number,
  holidays,
  makeUpDays: [],
});
const plain = createWorkingDayCalendar([year(2026)]);
/** From Wednesday 23 September 2026: Thursday, Friday, Monday, Tuesday and Wednesday follow. */
const span: RunningSpan = {
  kind: 'notice',
  title: '公示',
  from: '2026-09-23',
  lastDay: '2026-09-30',
};

it.each([
  ['phase', ['phase']],
  ['notice', ['notice']],
  ['counted', ['titleCure', 'titleRevocation', 'titleChange']],
  [
    'told',
    [
      'correction',
      'statement',
      'statementAnswer',
      'reexaminationAnswer',
      'objectionAccept',
      'objectionDecide',
      'titleReview',
      'titleWarning',
      'titleStatement',
      'plaque',
    ],
  ],
] as const)('a changed calendar means "%s" to %j', (effect, kinds) => {
  expect(SPAN_KINDS.filter((kind) => spanEffect(kind) === effect)).toEqual(kinds);
});

describe('a term under another calendar', () => {
  const thursday = createWorkingDayCalendar([year(2026, ['2026-09-24'])]);

  it('of a single day moves with it, and one without a day is none', () => {
    expect(movedSpans(plain, thursday, [{ ...span, lastDay: '2026-09-24' }])).toEqual([
      { ...span, lastDay: '2026-09-24', days: 1, daysAfter: 0, would: '2026-09-25' },
    ]);
    expect(movedSpans(plain, thursday, [{ ...span, lastDay: '2026-09-23' }])).toStrictEqual([]);
  });

  it('that one of the calendars cannot count is left out', () => {
    const longer = createWorkingDayCalendar([year(2026), year(2027, ['2027-01-01'])]);
    const beyond = { ...span, from: '2026-12-28', lastDay: '2027-01-05' };
    expect(movedSpans(plain, longer, [beyond])).toStrictEqual([]);
    expect(movedSpans(longer, plain, [beyond])).toStrictEqual([]);
  });

  it('keeps the number of days and not the day where both moved', () => {
    // Monday is off, and the Sunday after the last day is worked: five days end a day later.
    const moved = createWorkingDayCalendar([
      { year: 2026, holidays: ['2026-09-28'], makeUpDays: ['2026-09-27'] },
    ]);
    expect(movedSpans(plain, moved, [span])).toStrictEqual([]);
  });
});

describe('a printed number of days', () => {
  const period = { from: '2026-09-23', to: '2026-09-30' };

  it.each([
    ['BothEnds', 6, true],
    ['BothEnds', 5, false],
    ['PostingDayExcluded', 5, true],
    ['PostingDayExcluded', 6, false],
  ] as const)('that counts %s is %i: %s', (counting, printedDays, ok) => {
    const computed = counting === 'BothEnds' ? 6 : 5;
    expect(checkPrintedDays(plain, { ...period, counting, printedDays })).toEqual(
      ok
        ? { ok: true, computedDays: computed }
        : {
            ok: false,
            code: 'calendar.printedDaysDiffer',
            variables: { ...period, printed: printedDays, computed },
            computedDays: computed,
          },
    );
  });

  it('is none where the notice ends on the day it is posted', () => {
    const sameDay = { from: '2026-09-23', to: '2026-09-23' };
    expect(
      checkPrintedDays(plain, { ...sameDay, counting: 'PostingDayExcluded', printedDays: 0 }).ok,
    ).toBe(true);
  });

  it.each([
    ['as many as the calendar counts', { workingDays: 5 }, false],
    ['one more', { workingDays: 6 }, true],
    ['none printed', { workingDays: null }, false],
    ['none at all, where five would be', { workingDays: 0 }, true],
    ['without a last day', { lastDay: null, workingDays: 6 }, false],
    ['without either', { lastDay: null, workingDays: null }, false],
  ])('of a notice is another now: %s', (_, change, otherwise) => {
    const notice = { postedOn: '2026-09-23', lastDay: '2026-09-30', ...change };
    expect(countsOtherwise(plain, notice)).toBe(otherwise);
  });
});
