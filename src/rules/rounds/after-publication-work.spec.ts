import { describe, expect, test } from '@jest/globals';
import { createWorkingDayCalendar } from '../calendar/working-day-calendar.js';
import { afterPublicationWork } from './after-publication-work.js';

const calendar = createWorkingDayCalendar([{ year: 2026, holidays: [], makeUpDays: [] }]);
const one = {
  objectionId: 'o',
  programmeId: 'p',
  subject: '甲网商 YY-2026-1',
  decidedOn: '2026-06-09',
};

describe('what follows an objection after publication', () => {
  test.each([
    ['t', 'revokeAfterPublication', 'CityRegistrar', '/office/titles/t'],
    [null, 'cancelAfterPublication', 'Approver', '/office/lists/p'],
  ] as const)('with the title %p is to %s', (titleId, kind, owner, href) => {
    const due = { kind, owner, href, subject: one.subject };
    expect(afterPublicationWork([{ ...one, titleId }], calendar)).toEqual([
      { ...due, dueOn: '2026-06-23' },
    ]);
    expect(afterPublicationWork([{ ...one, titleId, decidedOn: '2026-12-30' }], calendar)).toEqual([
      { ...due, dueOn: null },
    ]);
  });
});
