import { groupsOf } from './state-group.js';

/** The steps of a witnessed draw (rule book, section 6). */
export const DRAW_STATES = [
  'Preparing',
  'Frozen',
  'Committed',
  'Witnessed',
  'Drawn',
  'Voided',
] as const;

export type DrawState = (typeof DRAW_STATES)[number];

const of = groupsOf<DrawState>();

/** What the states of a draw mean to the decisions about it. */
export const drawIn = {
  preparing: of('Preparing'),
  frozen: of('Frozen'),
  committed: of('Committed'),
  witnessed: of('Witnessed'),
  drawn: of('Drawn'),
  voided: of('Voided'),
  /** The list is fixed and the seats are not yet known. */
  underWay: of('Frozen', 'Committed', 'Witnessed'),
  mayVoid: of('Frozen', 'Committed', 'Witnessed', 'Drawn'),
  /** Shown on the public page of the panel. */
  told: of('Drawn', 'Voided'),
} as const;

/** The way of a draw that is not voided. */
export const DRAW_STEPS = DRAW_STATES.filter((state) => state !== 'Voided');
