import { Refusal } from '../refusal.js';
import type { TransitionResult } from './lifecycle.js';

/** Guard → what the act says of it, where it can say more than the name of the condition. */
export type OwnWords = Readonly<Partial<Record<string, () => Refusal>>>;

/** Why an arrow is not taken. The table decides; the act may have a sentence of its own for a guard. */
export function refusedStep(
  result: Extract<TransitionResult, { ok: false }>,
  words: OwnWords = {},
): Refusal {
  const own = result.code === 'lifecycle.refused.guard' && words[result.variables.guard];
  return own ? own() : new Refusal(result.code, result.variables);
}
