import type { ObjectionState } from './objection-lifecycle.js';
import { groupsOf } from './state-group.js';

/** What an approver decides of an objection: the events that end its review. */
export const FINDINGS = ['uphold', 'upholdPartly', 'reject'] as const;
export type Finding = (typeof FINDINGS)[number];

const of = groupsOf<ObjectionState>();

/** What the states of an objection mean to the decisions about it. */
export const objectionIn = {
  received: of('Received'),
  refused: of('Refused'),
  /** Accepted and not yet decided. */
  open: of('AcceptedForReview', 'UnderReview'),
  /** The office still owes a step. */
  unsettled: of('Received', 'AcceptedForReview', 'UnderReview'),
  underReview: of('UnderReview'),
  upheld: of('Upheld'),
  partlyUpheld: of('PartlyUpheld'),
  notUpheld: of('NotUpheld'),
  /** Decided, and the objector still waits for the reply. */
  awaitsReply: of('Upheld', 'PartlyUpheld', 'NotUpheld'),
} as const;
