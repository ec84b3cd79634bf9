import type { Lifecycle } from './lifecycle.js';
import { PROGRAMME_SELECTION_ROWS } from './programme-selection-rows.js';
import { PROGRAMME_AWARD_ROWS } from './programme-award-rows.js';
import { PROGRAMME_STATES, type ProgrammeState } from './programme-states.js';

export const programmeLifecycle: Lifecycle<ProgrammeState, ProgrammeEvent> = {
  name: 'programme',
  states: PROGRAMME_STATES,
  rows: [...PROGRAMME_SELECTION_ROWS, ...PROGRAMME_AWARD_ROWS],
};

export type ProgrammeEvent = (
  typeof PROGRAMME_SELECTION_ROWS | typeof PROGRAMME_AWARD_ROWS
)[number]['event'];
