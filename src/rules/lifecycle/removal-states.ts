import { groupsOf } from './state-group.js';

/** A judge is taken off an application or off the panel: proposed by one person, decided by another. */
export const REMOVAL_STATES = ['Proposed', 'Confirmed', 'Declined'] as const;

export type RemovalState = (typeof REMOVAL_STATES)[number];

const of = groupsOf<RemovalState>();

/** What the states of a proposed removal mean to the decisions about it. */
export const removalIn = {
  proposed: of('Proposed'),
} as const;

export const removalDecisions = ['confirm', 'decline'] as const;
export type RemovalDecision = (typeof removalDecisions)[number];

/** Where a decision leads. */
export const DECIDED: Readonly<Record<RemovalDecision, RemovalState>> = {
  confirm: 'Confirmed',
  decline: 'Declined',
};
