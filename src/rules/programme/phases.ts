import type { ProgrammeState } from '../lifecycle/programme-states.js';

/** A phase of the programme's calendar: first and last Beijing day and its working days. */
export interface PlannedPhase {
  readonly phase: string;
  readonly from: string;
  readonly to: string;
  readonly workingDays: number;
}

export interface PhaseDefault {
  readonly phase: ProgrammeState;
  readonly workingDays: number;
  /** Limits in working days; null where the rule book sets none. */
  readonly least: number | null;
  readonly most: number | null;
  /** The first day is the day of posting, which does not count. */
  readonly postingDayFree?: true;
}

/** Phases that a calendar plans, in order, with the rule book's limits in working days. */
export const PHASES: readonly PhaseDefault[] = [
  { phase: 'Open', workingDays: 25, least: 20, most: null },
  { phase: 'DivisionReview', workingDays: 10, least: 1, most: null },
  { phase: 'Screening', workingDays: 5, least: 1, most: null },
  { phase: 'Verification', workingDays: 10, least: 1, most: null },
  { phase: 'Drawing', workingDays: 2, least: 1, most: null },
  { phase: 'RecusalDeclaration', workingDays: 2, least: 1, most: null },
  { phase: 'MaterialReview', workingDays: 10, least: 1, most: null },
  { phase: 'SpreadReview', workingDays: 3, least: 1, most: null },
  { phase: 'Defence', workingDays: 2, least: 1, most: null },
  { phase: 'ScoresLocked', workingDays: 2, least: 1, most: null },
  { phase: 'Deliberation', workingDays: 5, least: 1, most: null },
  { phase: 'Proposed', workingDays: 2, least: 1, most: null },
  { phase: 'Publicity', workingDays: 5, least: 3, most: 15, postingDayFree: true },
  { phase: 'ObjectionHandling', workingDays: 10, least: 1, most: null },
  { phase: 'Approved', workingDays: 5, least: 1, most: null },
  { phase: 'Published', workingDays: 5, least: 1, most: 20 },
  { phase: 'Conferred', workingDays: 20, least: 1, most: 20 },
];
