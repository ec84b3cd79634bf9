import {
  type ConflictAnswer,
  answerOf,
  groundsOf,
  stateOfAnswer,
} from '../../rules/rounds/conflict-grounds.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import type { Identity } from './conflict-facts.js';

/** A judge's answer about one applicant with what comes of it, as it is kept. */
export function storedAnswer(given: ConflictAnswer, { hits }: Identity, rules: RuleSet) {
  const { ground, more = [], explanation } = answerOf(groundsOf(given), given.explanation, rules);
  const names = [...new Set(hits.map(({ hit }) => hit))];
  return {
    ground,
    moreGrounds: more.length ? [...more] : null,
    explanation,
    hits: names,
    state: stateOfAnswer({ ground, more, explanation }, names, rules),
    decidedBy: null,
    decisionReason: null,
    decidedAt: null,
  };
}
