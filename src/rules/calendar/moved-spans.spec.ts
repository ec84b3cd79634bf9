import { describe, expect, test } from '@jest/globals';
import { type RunningSpan, movedSpans } from './moved-spans.js';
import { createWorkingDayCalendar } from './working-day-calendar.js';

const calendar = (holidays: string[], makeUpDays: string[] = []) =>
  createWorkingDayCalendar([{ year: 2026, holidays, makeUpDays }]);
const now = calendar(['2026-10-01', '2026-10-02']);
/** Posted on Wednesday 23 September, five working days. */
const notice: RunningSpan = {
  kind: 'notice',
  title: '公示',
  from: '2026-09-23',
  lastDay: '2026-09-30',
};

describe('running terms under another calendar', () => {
  test('that counts the same stay out of the list', () => {
    expect(movedSpans(now, calendar(['2026-10-01', '2026-10-02', '2026-12-25']), [notice])).toEqual(
      [],
    );
  });

  test('end later by a new holiday, earlier by a make-up day', () => {
    const later = calendar(['2026-09-28', '2026-10-01', '2026-10-02']);
    expect(movedSpans(now, later, [notice])).toEqual([
      { ...notice, days: 5, daysAfter: 4, would: '2026-10-05' },
    ]);
    const earlier = calendar(['2026-10-01', '2026-10-02'], ['2026-09-26']);
    expect(movedSpans(now, earlier, [notice])).toEqual([
      { ...notice, days: 5, daysAfter: 6, would: '2026-09-29' },
    ]);
  });

  test('move where as many days lie before another last day', () => {
    const before = calendar(['2026-09-25']);
    expect(movedSpans(before, calendar(['2026-09-30']), [notice])).toEqual([
      { ...notice, days: 4, daysAfter: 4, would: '2026-09-29' },
    ]);
  });

  test('count a last day that was no working day as the days before it', () => {
    const sunday = { ...notice, lastDay: '2026-09-27' };
    expect(movedSpans(now, calendar(['2026-09-25', '2026-10-01', '2026-10-02']), [sunday])).toEqual(
      [{ ...sunday, days: 2, daysAfter: 1, would: '2026-09-28' }],
    );
  });

  test('are listed where only the last day itself counts otherwise', () => {
    const sunday = { ...notice, lastDay: '2026-09-27' };
    const working = calendar(['2026-10-01', '2026-10-02'], ['2026-09-27']);
    expect(movedSpans(now, working, [sunday])).toEqual([
      { ...sunday, days: 2, daysAfter: 3, would: '2026-09-25' },
    ]);
  });

  test('that end on the day they begin have no working day to move', () => {
    expect(movedSpans(now, calendar([]), [{ ...notice, lastDay: notice.from }])).toEqual([]);
  });

  test('have no new day where it would lie in a year that is not loaded, and none is invented', () => {
    const last = { ...notice, from: '2026-12-28', lastDay: '2026-12-31' };
    const found = movedSpans(now, calendar(['2026-12-30', '2026-10-01', '2026-10-02']), [last]);
    expect(found).toEqual([{ ...last, days: 3, daysAfter: 2, would: null }]);
    const beyond = { ...notice, lastDay: '2027-01-05' };
    expect(movedSpans(now, calendar([]), [beyond])).toEqual([]);
  });
});
