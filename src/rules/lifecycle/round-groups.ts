import type { RoundState } from './round-lifecycle.js';
import { groupsOf } from './state-group.js';

const of = groupsOf<RoundState>();

/** What the states of a round mean to the decisions about it. */
export const roundIn = {
  planned: of('Planned'),
  open: of('Open'),
  locked: of('Locked'),
  /** Judges have had their sheets. */
  sheetsOut: of('Open', 'Locked'),
} as const;
