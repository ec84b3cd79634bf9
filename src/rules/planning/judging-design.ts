import type { CombinationRule } from './combine-scores.js';
import type { ScoringAssumptions } from './score-model.js';

/** How a field of applications is judged, and how often that is simulated. */
export interface JudgingDesign {
  readonly applications: number;
  readonly winners: number;
  readonly judges: number;
  /** Equal to `judges` when the same panel scores everything. */
  readonly perApplication: number;
  readonly rule: CombinationRule;
  readonly runs: number;
  /** Judges who collude for one favourite; none by default. */
  readonly colluders?: number;
  /** True ranks of the favourite; by default from 1½ to 3 times the number of winners. */
  readonly favouriteRanks?: readonly [first: number, last: number];
  readonly assumptions?: ScoringAssumptions;
}
