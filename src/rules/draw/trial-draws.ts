import { RuleError } from '../rule-error.js';
import { sha256 } from './commitment.js';
import type { FrozenList } from './draw-record.js';
import { walkOrder } from './walk-order.js';

const TRIALS = 200;
const MOST_SHORT = TRIALS / 20;

/**
 * Refuses, before anybody commits to it, a list that more than one order in twenty leaves short. Walks
 * the list in orders of its own, made from its hash, that have nothing to do with the order of the draw.
 */
export function checkTrials({ terms, candidates, hash }: FrozenList): void {
  let short = 0;
  for (let trial = 1; trial <= TRIALS; trial += 1) {
    const ordered = candidates
      .map((candidate) => ({ key: sha256(`${hash}\n${trial}\n${candidate.id}`), candidate }))
      .toSorted((left, right) => (left.key < right.key ? -1 : 1))
      .map(({ candidate }) => candidate);
    if (!isFilled(() => walkOrder(ordered, terms, { seated: [], departed: [] }))) short += 1;
  }
  if (short > MOST_SHORT) throw new RuleError('draw.trialsShort', { trials: TRIALS, short });
}

function isFilled(walk: () => unknown): boolean {
  try {
    walk();
    return true;
  } catch (error) {
    if (error instanceof RuleError) return false;
    throw error;
  }
}
