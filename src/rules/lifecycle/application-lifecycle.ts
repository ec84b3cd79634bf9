import type { Lifecycle } from './lifecycle.js';
import { APPLICATION_OFFICE_ROWS } from './application-office-rows.js';
import { APPLICATION_OUTCOME_ROWS } from './application-outcome-rows.js';
import { APPLICATION_STATES, type ApplicationState } from './application-states.js';

/** An application that is selected stays Selected when its title is conferred; the title has its own lifecycle. */
export const applicationLifecycle: Lifecycle<ApplicationState, ApplicationEvent> = {
  name: 'application',
  states: APPLICATION_STATES,
  rows: [...APPLICATION_OFFICE_ROWS, ...APPLICATION_OUTCOME_ROWS],
};

export type ApplicationEvent = (
  typeof APPLICATION_OFFICE_ROWS | typeof APPLICATION_OUTCOME_ROWS
)[number]['event'];
