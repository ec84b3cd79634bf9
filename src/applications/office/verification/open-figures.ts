import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import type { ApplicationFile } from '../file/application-file.queries.js';
import { categoryRules } from '../file/category-rules.js';
import { isSystemItem } from '../file/correctable-items.js';
import { checklistKeys } from './checklist.js';

/** Keys that still wait for a verdict: every claim, and every item of the checklist. */
export function openFigures(file: ApplicationFile, rules: RuleSet): readonly string[] {
  const { ticked } = checklistKeys(categoryRules(rules, file.head.categoryCode));
  const decided = new Set(file.figures.filter((one) => one.verdict).map(({ key }) => key));
  return figuresToVerify(file, ticked).filter((key) => !decided.has(key));
}

export function figuresToVerify(
  file: ApplicationFile,
  ticked: readonly string[],
): readonly string[] {
  const claimed = file.figures
    .filter(({ key, claimed: value }) => value !== null && !isSystemItem(key))
    .map(({ key }) => key);
  return [...new Set([...claimed, ...ticked])];
}

/** Verdicts that wait for a second reading: those the person gave, and those the person may read. */
export function unreadFigures(
  figures: ApplicationFile['figures'],
  accountId: string | undefined,
): { readonly own: number; readonly others: number } {
  const unread = figures.filter((one) => one.verifierId && !one.secondReaderId);
  const own = unread.filter(({ verifierId }) => verifierId === accountId).length;
  return { own, others: unread.length - own };
}
