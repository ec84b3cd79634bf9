import { categoryRules } from '../scoring/category-sheets.js';
import type { Indicator } from '../scoring/indicator.js';
import { neededFigures } from '../scoring/needed-figures.js';
import type { CategoryCode, RuleSet } from '../scoring/rule-set.js';
import { roundSheet } from './round-sheet.js';

/** What the experts of a re-review were asked: codes of indicators, keys of figures. */
export interface AskedItems {
  readonly indicators: readonly string[];
  readonly figures: readonly string[];
}

/** Every indicator that experts score in a category, in the files and in the defence. */
export function scoredIndicators(rules: RuleSet, category: string): readonly Indicator[] {
  return (['material', 'defence'] as const).flatMap(
    (kind) => roundSheet(rules, category, kind)?.indicators ?? [],
  );
}

/** Those that were asked for, in the order of the rules. */
export function askedIndicators(
  rules: RuleSet,
  category: string,
  { indicators }: Pick<AskedItems, 'indicators'>,
): readonly Indicator[] {
  return scoredIndicators(rules, category).filter(({ code }) => indicators.includes(code));
}

/** Judges never see what a merchant pays in tax; the office looks at that again itself. */
export function mayBeFoundAnew(key: string): boolean {
  return key !== 'taxPaidWan' && !key.startsWith('choice.') && !key.endsWith('.declaration');
}

/** The indicators whose evidence the experts need: the asked ones, and those that compute with an asked figure. */
export function evidenceIndicators(
  rules: RuleSet,
  category: string,
  asked: AskedItems,
): readonly Indicator[] {
  const known = categoryRules(rules, category as CategoryCode);
  const shops = asked.figures.flatMap((key) =>
    key.startsWith('shop.') ? [key.split('.')[1]!] : [],
  );
  const platforms = rules.ratings.map.map(({ platform }) => platform);
  // On which platform a shop sells is not asked: each figure of any of them leads to its indicators.
  const everywhere = shops.flatMap((id) => platforms.map((platform) => ({ id, platform })));
  const computing = neededFigures(known, rules.ratings, everywhere)
    .filter(({ key }) => asked.figures.some((one) => one === key || one.startsWith(`${key}.`)))
    .flatMap(({ indicators }) => indicators);
  const codes = new Set([...asked.indicators, ...computing]);
  const all = [...known.rubric.flatMap(({ indicators }) => indicators), ...rules.defenceSheet];
  return all.filter(({ code }) => codes.has(code));
}
