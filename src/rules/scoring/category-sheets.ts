import { RuleError } from '../rule-error.js';
import { type Fraction, divide, fraction } from './fraction.js';
import type { Indicator, SheetCode } from './indicator.js';
import type { CategoryCode, CategoryRules, Dimension, RuleSet } from './rule-set.js';

/** Throws `scoring.error.unknownCategory` when the rule set has no such category. */
export function categoryRules(ruleSet: RuleSet, code: CategoryCode): CategoryRules {
  const category = ruleSet.categories.find((candidate) => candidate.code === code);
  if (!category) throw new RuleError('scoring.error.unknownCategory', { category: code });
  return category;
}

/** The sheets judges sign in a category, in the order of rounds. */
export function sheetsOf(ruleSet: RuleSet, category: CategoryRules): readonly SheetCode[] {
  const codes: readonly SheetCode[] = ['material', 'insideDefence', 'defence'];
  return codes.filter((sheet) => sheetIndicators(ruleSet, category, sheet).length > 0);
}

/** The expert indicators on a sheet; the defence sheet exists only where it carries weight. */
export function sheetIndicators(
  ruleSet: RuleSet,
  category: CategoryRules,
  sheet: SheetCode,
): readonly Indicator[] {
  if (sheet === 'defence') return category.composite.defence > 0 ? ruleSet.defenceSheet : [];
  return category.rubric
    .flatMap(({ indicators }) => indicators)
    .filter((indicator) => indicator.type === 'E' && indicator.sheet === sheet);
}

/** The most a judge can give on a sheet, in hundredths. */
export function sheetMaximum(indicators: readonly Indicator[]): number {
  return indicators.reduce((total, { weight }) => total + weight, 0);
}

/**
 * How much the indicators that remain in a dimension grow when others are left out (rule C6): whole
 * weight ÷ remaining weight. Throws when nothing remains.
 */
export function reweighting(dimension: Dimension, notApplicable: readonly string[]): Fraction {
  const left = dimension.indicators.filter(({ code }) => notApplicable.includes(code));
  if (left.length === 0) return fraction(1);
  const refused = left.find((indicator) => !indicator.notApplicableAllowed);
  if (refused) throw new RuleError('scoring.error.notApplicableRefused', { code: refused.code });
  const whole = sheetMaximum(dimension.indicators);
  const remaining = whole - sheetMaximum(left);
  if (remaining === 0)
    throw new RuleError('scoring.error.dimensionEmpty', { code: dimension.code });
  return divide(fraction(whole), fraction(remaining));
}
