import { expect, test } from '@jest/globals';
import { type ClockActKind, spokenMilliseconds } from './hall-clock.js';
import { type LateKind, follows, inTime, lateActs, lateProblems, overlap } from './late-clock.js';

const at = (second: number) => new Date(Date.UTC(2026, 8, 21, 1, 0, second)).toISOString();
const steps = (...acts: readonly (readonly [ClockActKind, number])[]) =>
  acts.map(([kind, second]) => ({ kind, at: at(second) }));
const late = (kind: LateKind, from: number, to: number | null = null) => ({
  kind,
  from: at(from),
  to: to === null ? null : at(to),
});
const whole = steps(['start', 0], ['finish', 100]);

test.each([
  ['a pause within a speech', whole, late('pause', 20, 50), true, 70],
  ['a pause that goes on', steps(['start', 0]), late('pause', 20), true, 20],
  ['an end before now', steps(['start', 0]), late('end', 60), true, 60],
  ['a whole speech', [], late('speech', 10, 90), true, 80],
  ['a pause before the start', whole, late('pause', -20, -10), false, 0],
  ['a pause over the end', whole, late('pause', 90, 110), false, 0],
  ['a pause within a pause', steps(['start', 0], ['pause', 10]), late('pause', 20, 30), false, 0],
  ['a second speech', whole, late('speech', 110, 120), false, 0],
  ['an end after the end', whole, late('end', 120), false, 0],
] as const)('%s', (_title, known, times, may, seconds) => {
  const all = inTime([...known, ...lateActs(times)]);
  expect(follows(all)).toBe(may);
  if (may) expect(spokenMilliseconds(all, at(500))).toBe(seconds * 1000);
});

test.each([
  ['nothing', late('pause', 20, 50), '停电，改用纸质计时', []],
  [
    'nothing in what ends now, with the shortest reason',
    late('speech', 20, 200),
    '停电改纸计时',
    [],
  ],
  ['nothing in an end now', late('end', 200), '停电改纸计时', []],
  ['a time to come', late('pause', 20, 300), '停电，改用纸质计时', ['future to']],
  ['both to come', late('speech', 250, 300), '停电，改用纸质计时', ['future from', 'future to']],
  ['backwards', late('speech', 50, 20), '停电，改用纸质计时', ['backwards to']],
  ['no time at all', late('speech', 50, 50), '停电，改用纸质计时', ['backwards to']],
  ['a speech without an end', late('speech', 50), '停电，改用纸质计时', ['endMissing to']],
  ['an end with two times', late('end', 50, 60), '停电，改用纸质计时', ['oneTime to']],
  ['too short a reason', late('end', 50), '停电改纸计', ['reason reason 6']],
] as const)('finds %s', (_title, times, reason, expected) => {
  const found = lateProblems(times, reason, at(200)).map(({ key, field, variables }) =>
    [key.replace('hall.late.', ''), field, ...Object.values(variables)].join(' '),
  );
  expect(found).toEqual(expected);
  expect(
    lateProblems(times, reason, at(200)).every(({ key }) => key.startsWith('hall.late.')),
  ).toBe(true);
});

test('an end is one act, whatever else was written, and what happens at once keeps its order', () => {
  expect(lateActs(late('end', 50, 60))).toEqual(steps(['finish', 50]));
  const given = steps(['finish', 30], ['start', 10], ['pause', 20], ['resume', 20]);
  expect(inTime(given).map(({ kind }) => kind)).toEqual(['start', 'pause', 'resume', 'finish']);
});

test.each([
  ['one after the other', whole, steps(['start', 100], ['finish', 200]), false],
  ['both at a time', whole, steps(['start', 50], ['finish', 200]), true],
  ['one that still goes on', steps(['start', 0]), steps(['start', 150], ['finish', 200]), true],
  [
    'after a pause',
    steps(['start', 0], ['pause', 10], ['resume', 20], ['finish', 100]),
    steps(['start', 50], ['finish', 200]),
    true,
  ],
  ['nobody', whole, [], false],
])('%s', (_title, one, other, expected) => {
  expect(overlap(one, other, at(300))).toBe(expected);
  expect(overlap(other, one, at(300))).toBe(expected);
});
