import type { RuleSet } from './rule-set.js';

/**
 * No vote is held here, so a share of it would leave every composite incomplete at the lock.
 * @returns the first category, by its place in the rules, that gives a public vote a share; or null
 */
export function publicVoteShare({ categories }: RuleSet): { at: number; category: string } | null {
  const at = categories.findIndex(({ composite }) => composite.publicVote > 0);
  return at < 0 ? null : { at, category: categories[at]!.code };
}
