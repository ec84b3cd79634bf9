import { expect, test } from '@jest/globals';
import type { ProgrammeState } from '../lifecycle/programme-states.js';
import { mayConfer } from './may-confer.js';

test.each<[ProgrammeState, boolean, boolean]>([
  ['Published', false, false],
  ['Conferred', false, true],
  ['Conferred', true, true],
  ['InForce', false, true],
  ['InForce', true, false],
  ['Archived', false, false],
])('titles are conferred in %s, everyone having one: %s: %s', (state, everyoneHasOne, may) => {
  expect(mayConfer(state, everyoneHasOne)).toBe(may);
});
