import type { CategoryRules, RuleSet } from '../../../rules/scoring/rule-set.js';

/** A category's part of the rules; every application stands in a category of its rules. */
export function categoryRules(rules: RuleSet, code: string): CategoryRules {
  return rules.categories.find((category) => category.code === code)!;
}
