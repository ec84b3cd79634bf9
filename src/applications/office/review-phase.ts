import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import { Refusal } from '../../rules/refusal.js';

export type ReviewStage = 'division' | 'screening' | 'verification';

/** When each stage may work: neighbours overlap, since files come in one by one. */
const phases: Readonly<Record<ReviewStage, readonly ProgrammeState[]>> = {
  division: ['Open', 'DivisionReview', 'Screening'],
  screening: ['DivisionReview', 'Screening', 'Verification'],
  verification: ['Screening', 'Verification'],
};

function isInPhase(stage: ReviewStage, state: ProgrammeState): boolean {
  return phases[stage].includes(state);
}

export function assertPhase(stage: ReviewStage, state: ProgrammeState): void {
  if (!isInPhase(stage, state)) throw new Refusal('review.notInPhase');
}
