import { applicationIn } from './application-groups.js';
import type { ApplicationState } from './application-states.js';
import { programmeIn } from './programme-groups.js';

/** K1 at the screening, K2 before the public notice, K3 before the titles, K4 at the yearly review. */
export const CHECK_POINTS = ['K1', 'K2', 'K3', 'K4'] as const;

export type CheckPoint = (typeof CHECK_POINTS)[number];

/** States in which the sources are asked again: from the review to the proposal, and before the list is final. */
export const RENEWALS: Readonly<Partial<Record<ApplicationState, CheckPoint>>> = {
  InReview: 'K2',
  ScoreLocked: 'K2',
  Proposed: 'K2',
  InPublicity: 'K3',
  UnderObjection: 'K3',
  Selected: 'K3',
};

/** The check point an application stands at: the screening itself, or a renewed credit query. */
export function checkPointOf(state: string): CheckPoint {
  return RENEWALS[state as ApplicationState] ?? 'K1';
}

export function awaitsRenewal(state: string): boolean {
  return state in RENEWALS;
}

/** Whether sources may be asked about an application now for this point; K4 is asked about titles. */
export function mayBeCheckedAt(point: CheckPoint, state: string): boolean {
  if (awaitsRenewal(state)) return point === 'K2' || point === 'K3';
  return point === 'K1' && applicationIn.firstChecked.has(state);
}

/** Queries are renewed before publicity until the list stands, and before conferment after that. */
export function renewalPoint(programmeState: string): 'K2' | 'K3' {
  return programmeIn.beforePublicity.has(programmeState) ? 'K2' : 'K3';
}

/** The point that a batch of queries is about while a programme stands here. */
export function batchPoint(programmeState: string): CheckPoint {
  return programmeIn.mayScreen.has(programmeState) ? 'K1' : renewalPoint(programmeState);
}
