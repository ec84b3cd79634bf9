/** What the person filled in of a step, and what stands between it and the submission. */
export interface StepCounts {
  readonly filled: number;
  readonly total: number;
  /** Required things that are not there, or contradict one another. */
  readonly missing: number;
}

export type StepProgress = 'notBegun' | 'partly' | 'enough' | 'complete';

/**
 * How far a step is. `enough`: nothing required is missing, and something optional is. An untouched step
 * is not begun even where nothing of it is required.
 */
export function stepProgress({ filled, total, missing }: StepCounts): StepProgress {
  if (missing === 0 && filled >= total) return 'complete';
  if (filled === 0) return 'notBegun';
  return missing === 0 ? 'enough' : 'partly';
}
