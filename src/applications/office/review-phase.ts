import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import { overtaken } from '../../rules/refusal.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import type { StateGroup } from '../../rules/lifecycle/state-group.js';

export type ReviewStage = 'division' | 'screening' | 'verification';

/** When each stage may work: neighbours overlap, since files come in one by one. */
const phases: Readonly<Record<ReviewStage, StateGroup<ProgrammeState>>> = {
  division: programmeIn.divisionMayReview,
  screening: programmeIn.mayScreen,
  verification: programmeIn.mayVerify,
};

function isInPhase(stage: ReviewStage, state: ProgrammeState): boolean {
  return phases[stage].has(state);
}

export function assertPhase(stage: ReviewStage, state: ProgrammeState): void {
  if (!isInPhase(stage, state)) throw overtaken('review.notInPhase', 'programme', state);
}
