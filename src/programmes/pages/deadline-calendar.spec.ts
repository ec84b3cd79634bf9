import { expect, test } from '@jest/globals';
import { writeCalendar } from '../../paper/calendar-file.js';
import type { Extension } from '../../rules/programme/phase-deadline.js';
import { deadlineCalendar } from './deadline-calendar.js';

const plan = { from: '2026-12-01', to: '2026-12-31', workingDays: 23, planned: 23 };
const programme = {
  id: 'p1',
  name: '2026年度示范网商评选; 第一届, 试行',
  calendar: [{ phase: 'Open', ...plan }],
};
const order = (scope: Extension['scope'], newLastDay: string): Extension => ({
  phase: 'Open',
  scope,
  scopeId: scope === 'all' ? null : 'x',
  newLastDay,
});
const written = (extensions: readonly Extension[]) =>
  writeCalendar(deadlineCalendar(programme, extensions, 'zh-CN'), '2026-11-30T02:03:04.567Z');

test('the last day of each phase, as RFC 5545 writes it', () => {
  expect(written([])).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Biaogan//Biaogan//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      String.raw`X-WR-CALNAME:2026年度示范网商评选\; 第一届\, 试行`,
      'BEGIN:VEVENT',
      'UID:p1-Open@biaogan',
      'SEQUENCE:0',
      'DTSTAMP:20261130T020304Z',
      'DTSTART;VALUE=DATE:20261231',
      'SUMMARY:网上申报截止',
      String.raw`DESCRIPTION:2026年度示范网商评选\; 第一届\, 试行：2026年12`,
      ' 月1日至2026年12月31日，截止日24时（北京时间）结束。',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('an order for all moves the same day; one for a merchant or a division is not told', () => {
  const text = written([order('application', '2027-01-20'), order('division', '2027-01-19')]);
  expect(text).toContain('SEQUENCE:0\r\n');
  expect(text).toContain('DATE:20261231');
  const moved = written([order('all', '2027-01-08'), order('all', '2027-01-15')]);
  expect(moved).toContain('UID:p1-Open@biaogan\r\nSEQUENCE:2\r\n');
  expect(moved).toContain('DATE:20270115');
});

test('no line is longer than 75 octets, and none ends inside a character', () => {
  const text = written([]);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain('：2026年12月1日至2026年12月31日，');
  expect(text).not.toContain('\uFFFD');
});
