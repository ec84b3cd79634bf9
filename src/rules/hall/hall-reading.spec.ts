import { expect, test } from '@jest/globals';
import { type ClockActKind } from './hall-clock.js';
import { hallReading } from './hall-reading.js';

const acts = (...steps: readonly (readonly [ClockActKind, number])[]) =>
  steps.map(([kind, second]) => ({
    kind,
    at: new Date(Date.UTC(2026, 8, 21, 1, 0, second)).toISOString(),
  }));
const whole = acts(['start', 0], ['finish', 631]);

test.each([
  ['nobody was called', { attendance: null, acts: [] }, null],
  ['nobody says who came', { attendance: null, acts: whole }, null],
  ['the clock has not begun', { attendance: 'head', acts: [] }, null],
  ['the clock runs', { attendance: 'head', acts: acts(['start', 0]) }, null],
  ['it ended', { attendance: 'head', acts: whole }, { attended: true, overtimeSeconds: 31 }],
  [
    'it ended after a pause',
    {
      attendance: 'head',
      acts: acts(['start', 0], ['pause', 100], ['resume', 200], ['finish', 731]),
    },
    { attended: true, overtimeSeconds: 31 },
  ],
  ['nobody came', { attendance: 'absent', acts: [] }, { attended: false, overtimeSeconds: null }],
] as const)('when %s', (_title, turn, expected) => {
  expect(hallReading(turn, 10)).toEqual(expected);
});
