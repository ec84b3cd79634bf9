import { describe, expect, test } from '@jest/globals';
import type { Attendance } from './attendance.js';
import type { ClockStep } from './hall-clock.js';
import { FILE, at, day, facts, result, sealed, step } from './hall-day.fixture.js';
import { type HallFact, readHallResult } from './hall-result.js';
import { type ServerTurn, takeOverProblems, takenTurns } from './take-over.js';

const linesOf = (given: readonly HallFact[]) =>
  readHallResult(result(given), (file) =>
    file === FILE ? { hash: sealed.hash, resultKey: day.resultKey, taken: false } : undefined,
  ).result!.lines;
const turn = (
  place: number,
  attendance: Attendance | null = null,
  acts: readonly ClockStep[] = [],
): ServerTurn => ({ place, attendance, acts });
const fresh = [turn(1), turn(2), turn(3)];
const problems = (given: readonly HallFact[], turns = fresh, now = at(60)) =>
  takeOverProblems(linesOf(given), day, turns, now).map(({ key, row, variables }) => [
    key.slice('hall.result.not.'.length),
    row,
    ...(variables.place === undefined ? [] : [variables.place]),
  ]);
/** The day with one fact put in place of another. */
const withFact = (row: number, over: Partial<HallFact>) =>
  facts.map((fact, i) => (i === row - 1 ? { ...fact, ...over } : fact));

test('a day that fits is taken over by place', () => {
  expect(problems(facts)).toEqual([]);
  const taken = takenTurns(linesOf(facts));
  expect(taken.map(({ place, came, acts }) => [place, came?.number, acts.length])).toEqual([
    [1, 1, 4],
    [2, 6, 0],
    [3, 7, 2],
  ]);
});

test('a speech that was cut off may be taken over, to be ended here', () => {
  expect(problems(facts.slice(0, 8))).toEqual([]);
});

describe('what contradicts itself or its file', () => {
  test.each([
    ['a place that the file does not have', withFact(6, { place: 9 }), [['place', 6]]],
    ['somebody who may not keep the day', withFact(9, { by: 'k9' }), [['keeper', 9]]],
    ['a time to come', withFact(9, { at: at(61) }), [['future', 9]]],
    ['a time before the file', withFact(1, { at: at(-31) }), [['before', 1]]],
    ['a time that goes back', withFact(4, { at: at(2) }), [['backwards', 4]]],
    [
      'an absence without a word',
      withFact(6, { came: { attendance: 'absent', again: false, speaker: null, note: null } }),
      [['unreadable', 6]],
    ],
    [
      'a step with an attendance',
      withFact(2, { came: facts[0]!.came }),
      [
        ['unreadable', 2],
        ['twice', 2],
      ],
    ],
    ['who came, twice', [...facts, step(1, 'attendance', 27)], [['twice', 10]]],
    ['an end twice', [...facts, step(3, 'finish', 27)], [['outOfTurn', 10]]],
    [
      'two at a time',
      [
        step(1, 'attendance', 0),
        step(3, 'attendance', 0),
        step(1, 'start', 1),
        step(3, 'start', 2),
      ],
      [['busy', 4, 1]],
    ],
    ['who was not noted', facts.slice(1), [['nobodyThere', 1]]],
    ['who was absent', withFact(1, { came: facts[5]!.came }), [['nobodyThere', 2]]],
  ] as const)('%s', (_title, given, expected) => {
    expect(problems(given)).toEqual(expected);
  });
});

describe('what contradicts the server', () => {
  const spoken: readonly ClockStep[] = [
    { kind: 'start', at: at(-10) },
    { kind: 'finish', at: at(-1) },
  ];
  const running: readonly ClockStep[] = [{ kind: 'start', at: at(10) }];
  test.each([
    ['a clock that ran there', [turn(1, 'head', spoken), turn(2), turn(3)], [['known', 2, 1]]],
    [
      'one who is absent here and spoke there',
      [turn(1), turn(2, null, spoken), turn(3)],
      [['known', 6, 2]],
    ],
    [
      'another word about who came',
      [turn(1, 'absent'), turn(2), turn(3)],
      [['otherAttendance', 1, 1]],
    ],
    [
      'another who speaks there now',
      [turn(1), turn(2), turn(3), turn(4, 'head', running)],
      [
        ['busy', 2, 4],
        ['busy', 8, 4],
      ],
    ],
    ['nothing, where the same is known', [turn(1, 'head'), turn(2, 'absent'), turn(3)], []],
    [
      'nothing, where somebody spoke before',
      [turn(1), turn(2), turn(3), turn(4, 'head', spoken)],
      [],
    ],
    ['nothing, where somebody has left', [turn(2), turn(3)], []],
  ] as const)('%s', (_title, turns, expected) => {
    expect(problems(facts, [...turns])).toEqual(expected);
  });
});
