import { anchored } from './anchor-points.js';
import type { Indicator } from './indicator.js';
import type { CategoryRules, Dimension, RuleSet } from './rule-set.js';

/** Where an indicator stands: in a dimension of a category, or on the defence sheet. */
export interface PlacedIndicator {
  readonly indicator: Indicator;
  /** Null for the defence sheet. */
  readonly category: CategoryRules | null;
  readonly dimension: number;
}

/** One line of a rubric as the office wants it. */
export interface RubricLine {
  readonly indicator: Indicator;
  /** Index of its dimension. */
  readonly dimension: number;
  /** Lines stand in this order; equal ones as they came. */
  readonly position: number;
}

export function findIndicator(ruleSet: RuleSet, code: string): PlacedIndicator | null {
  for (const category of ruleSet.categories) {
    for (const [dimension, { indicators }] of category.rubric.entries()) {
      const indicator = indicators.find((one) => one.code === code);
      if (indicator) return { indicator, category, dimension };
    }
  }
  const indicator = ruleSet.defenceSheet.find((one) => one.code === code);
  return indicator ? { indicator, category: null, dimension: 0 } : null;
}

/** The rules with another indicator in the place of the one with this code. */
export function withIndicator(ruleSet: RuleSet, code: string, next: Indicator): RuleSet {
  const replaced = (one: Indicator) => (one.code === code ? anchored(next) : one);
  return {
    ...ruleSet,
    defenceSheet: ruleSet.defenceSheet.map(replaced),
    categories: ruleSet.categories.map((category) => ({
      ...category,
      rubric: category.rubric.map((dimension) => ({
        ...dimension,
        indicators: dimension.indicators.map(replaced),
      })),
    })),
  };
}

/** The rules with exactly these lines in a category's rubric, or on the defence sheet. */
export function withLines(
  ruleSet: RuleSet,
  category: string | null,
  lines: readonly RubricLine[],
): RuleSet {
  const ordered = lines.toSorted((a, b) =>
    a.position === b.position ? 0 : a.position - b.position,
  );
  const of = (dimension: number) =>
    ordered
      .filter((line) => line.dimension === dimension)
      .map(({ indicator }) => anchored(indicator));
  if (category === null) return { ...ruleSet, defenceSheet: of(0) };
  return {
    ...ruleSet,
    categories: ruleSet.categories.map((one) =>
      one.code === category
        ? { ...one, rubric: one.rubric.map((dimension, d) => inDimension(dimension, of(d))) }
        : one,
    ),
  };
}

function inDimension(dimension: Dimension, indicators: readonly Indicator[]): Dimension {
  return { ...dimension, indicators };
}
