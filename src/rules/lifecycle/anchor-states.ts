import { groupsOf } from './state-group.js';

/** An anchor is written by one person and confirmed by another; a change makes it a draft again. */
export const ANCHOR_STATES = ['Draft', 'Prepared', 'Confirmed', 'Withdrawn'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

/** A judge scores an anchor, submits, and has read how far the scores are from the reference. */
export const ANCHOR_SHEET_STATES = ['Open', 'Submitted', 'Acknowledged'] as const;
export type AnchorSheetState = (typeof ANCHOR_SHEET_STATES)[number];

const of = groupsOf<AnchorState>();
const ofSheet = groupsOf<AnchorSheetState>();

export const anchorIn = {
  /** Counts towards the most that a category may have. */
  kept: of('Draft', 'Prepared', 'Confirmed'),
  prepared: of('Prepared'),
  confirmed: of('Confirmed'),
  withdrawn: of('Withdrawn'),
  /** The registrar has done what is to be done. */
  handedOver: of('Prepared', 'Confirmed'),
} as const;

export const anchorSheetIn = {
  open: ofSheet('Open'),
  submitted: ofSheet('Submitted'),
  /** The scores stand and the judge may read the reference. */
  given: ofSheet('Submitted', 'Acknowledged'),
  done: ofSheet('Acknowledged'),
} as const;
