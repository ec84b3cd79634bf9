import { expect, test } from '@jest/globals';
import { COUNTED_GUARDS } from '../rules/guards/counted-guards.js';
import { GUARD_WORK } from '../rules/guards/guard-work.js';
import type { ProgrammeGuard } from '../rules/guards/guard-facts.js';
import { attestationIn } from '../rules/guards/attestations.js';
import { PROGRAMME_STATES } from '../rules/lifecycle/programme-states.js';
import { guardRoom } from './guard-rooms.js';

test('whatever is counted leads to where the counted things are worked off', () => {
  expect([...COUNTED_GUARDS].filter((guard) => guardRoom(guard) === null)).toEqual([]);
});

test('whatever somebody has to bring about has a room, or is registered on the board', () => {
  const guards = Object.keys(GUARD_WORK) as ProgrammeGuard[];
  const homeless = guards.filter(
    (guard) =>
      GUARD_WORK[guard] !== null &&
      guardRoom(guard) === null &&
      !PROGRAMME_STATES.some((state) => attestationIn(guard, state)),
  );
  expect(homeless).toEqual([]);
});
