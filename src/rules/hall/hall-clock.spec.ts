import { describe, expect, test } from '@jest/globals';
import {
  CLOCK_ACTS,
  type ClockActKind,
  mayFollow,
  overtimeSeconds,
  phaseOf,
  spokenMilliseconds,
} from './hall-clock.js';
import { inTurn, waitingTurns } from './hall-queue.js';

const at = (second: number) => new Date(Date.UTC(2026, 8, 21, 1, 0, second)).toISOString();
const steps = (...acts: readonly (readonly [ClockActKind, number])[]) =>
  acts.map(([kind, second]) => ({ kind, at: at(second) }));

describe('the clock of a turn', () => {
  test.each([
    [[], 'waiting', ['start']],
    [['start'], 'running', ['pause', 'finish']],
    [['start', 'pause'], 'paused', ['resume', 'finish']],
    [['start', 'pause', 'resume'], 'running', ['pause', 'finish']],
    [['start', 'finish'], 'finished', []],
  ] as const)('after %j is %s', (kinds, phase, next) => {
    expect(phaseOf(kinds.map((kind) => ({ kind })))).toBe(phase);
    expect(CLOCK_ACTS.filter((kind) => mayFollow(phase, kind))).toEqual(next);
  });

  test.each([
    ['nothing', steps(), 90, 0],
    ['running', steps(['start', 0]), 90, 90],
    ['paused', steps(['start', 0], ['pause', 20]), 90, 20],
    ['going on', steps(['start', 0], ['pause', 20], ['resume', 50]), 60, 30],
    ['finished', steps(['start', 0], ['finish', 40]), 90, 40],
    ['finished in a pause', steps(['start', 0], ['pause', 20], ['finish', 40]), 90, 20],
    ['asked before its start', steps(['start', 30]), 10, 0],
  ])('counts speech alone: %s', (_title, acts, now, seconds) => {
    expect(spokenMilliseconds(acts, at(now))).toBe(seconds * 1000);
  });

  test.each([
    [600_000, 0],
    [600_999, 0],
    [601_000, 1],
    [10, 0],
  ])('of ten minutes is over by full seconds: %i ms', (spoken, over) => {
    expect(overtimeSeconds(spoken, 10)).toBe(over);
  });
});

describe('the order of the day', () => {
  const turn = (place: number, over = {}) => ({
    place,
    again: false,
    absent: false,
    finished: false,
    ...over,
  });
  const places = (turns: readonly { place: number }[]) => turns.map(({ place }) => place);

  test('is that of the draw, and those called again come after the last', () => {
    const turns = [turn(3), turn(1, { again: true }), turn(2)];
    expect(places(inTurn(turns))).toEqual([2, 3, 1]);
  });

  test('passes over who is absent or was heard', () => {
    const turns = [turn(1, { finished: true }), turn(2, { absent: true }), turn(4), turn(3)];
    expect(places(waitingTurns(turns))).toEqual([3, 4]);
  });
});
