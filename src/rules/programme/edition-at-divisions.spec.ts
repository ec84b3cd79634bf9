import { expect, test } from '@jest/globals';
import type { ProgrammeState } from '../lifecycle/programme-states.js';
import { editionAtDivisions } from './edition-at-divisions.js';

test.each<[newest: ProgrammeState, older: ProgrammeState, chosen: string]>([
  ['Announced', 'DivisionReview', 'older'],
  ['Open', 'DivisionReview', 'older'],
  ['Announced', 'Screening', 'older'],
  ['Open', 'Screening', 'newest'],
  ['DivisionReview', 'Publicity', 'newest'],
  ['Announced', 'Publicity', 'newest'],
])('of an edition that is %s and an older one that is %s it is the %s', (newest, older, chosen) => {
  const running = [
    { name: 'newest', state: newest },
    { name: 'older', state: older },
  ];
  expect(editionAtDivisions(running)?.name).toBe(chosen);
});

test('there is none where nothing runs', () => {
  expect(editionAtDivisions([])).toBeNull();
});
