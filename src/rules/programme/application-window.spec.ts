import { createWorkingDayCalendar } from '../calendar/working-day-calendar.js';
import { applicationWindow } from './application-window.js';

const calendar = createWorkingDayCalendar([{ year: 2023, holidays: [], makeUpDays: [] }]);
/** From a Monday; twenty working days later it is the Friday of the fourth week. */
const open = (to: string) => [{ phase: 'Open', from: '2023-03-06', to }];

describe('the window for applications', () => {
  it.each([
    ['2023-03-30', 19, false],
    ['2023-03-31', 20, true],
    ['2023-04-03', 21, true],
  ])('to %s has %i working days, long enough: %s', (to, workingDays, longEnough) => {
    const window = applicationWindow(calendar, open(to), '2023-03-01');
    expect(window).toEqual({ workingDays, longEnough, least: 20 });
  });

  it('begins with the posting where that comes after the planned opening', () => {
    const days = (postedOn: string) =>
      applicationWindow(calendar, open('2023-03-31'), postedOn).workingDays;
    expect(days('2023-03-05')).toBe(20);
    expect(days('2023-03-06')).toBe(20);
    expect(days('2023-03-07')).toBe(19);
    expect(days('2023-03-31')).toBe(1);
    expect(days('2023-04-01')).toBe(0);
  });

  it('is that of the applications, not of another phase', () => {
    const before = { phase: 'Announced', from: '2023-01-02', to: '2023-03-03' };
    const window = applicationWindow(calendar, [before, ...open('2023-03-31')], '2023-03-01');
    expect(window.workingDays).toBe(20);
  });

  it('is none where no window is planned', () => {
    expect(applicationWindow(calendar, [], '2023-03-06')).toMatchObject({
      workingDays: 0,
      longEnough: false,
    });
  });
});
