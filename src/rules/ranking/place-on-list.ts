import type { CategoryRules } from '../scoring/rule-set.js';

/** Scores in millionths, marks in hundredths. */
export function reachesPassMark(
  composite: number,
  { passMark }: Pick<CategoryRules, 'passMark'>,
): boolean {
  return composite >= passMark * 10_000;
}

/**
 * What A16 asks of a place, found from the list and the standing as they are stored and not from the
 * outcome that is said to follow from them.
 * @param listed how many of the category the list names
 */
export function placeOnList(
  rules: Pick<CategoryRules, 'passMark' | 'quota'>,
  listed: number,
  composite: number,
): { readonly withinQuota: boolean; readonly passMarkReached: boolean } {
  return { withinQuota: listed <= rules.quota, passMarkReached: reachesPassMark(composite, rules) };
}
