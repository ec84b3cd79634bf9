import type { VetoOutcome } from './veto-check.js';

/** Rules a merchant's own statement on penalties covers. */
const COVERED = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8'];

export interface ConcealedPenalty {
  readonly rule: 'V9';
  readonly concealed: readonly string[];
  readonly messageKey: 'veto.concealedPenalty';
}

/** A merchant who states "no penalty" beside a hit also raises V9, false application material. */
export function concealedPenalty(
  statesPenalty: boolean,
  outcomes: readonly VetoOutcome[],
): ConcealedPenalty | null {
  const concealed = outcomes
    .filter((outcome) => COVERED.includes(outcome.rule) && outcome.result === 'Hit')
    .map((outcome) => outcome.rule);
  return statesPenalty || concealed.length === 0
    ? null
    : { rule: 'V9', concealed, messageKey: 'veto.concealedPenalty' };
}
