import { computationOf, partsOf } from './computations.js';
import type { Indicator } from './indicator.js';
import type { NeededFigure, Surroundings } from './needed-figure.js';
import type { CategoryRules } from './rule-set.js';
import type { Scoring } from './scoring.js';

export type { NeededFigure } from './needed-figure.js';

/**
 * The figures a category's rubric computes with, in the order of the rubric, each once. Items that
 * only the office can find out (G19, the defence) are not asked for.
 */
export function neededFigures(
  category: Pick<CategoryRules, 'rubric'>,
  ratings: Surroundings['ratings'],
  shops: Surroundings['shops'],
): readonly NeededFigure[] {
  const found = new Map<string, NeededFigure>();
  for (const indicator of claimableIndicators(category)) {
    for (const part of partsOf(indicator.scoring)) {
      for (const figure of computationOf(part).needs(part, { ratings, shops })) {
        const known = found.get(figure.key);
        const indicators = [...(known?.indicators ?? []), indicator.code];
        found.set(figure.key, { ...(known ?? figure), indicators: [...new Set(indicators)] });
      }
    }
  }
  return [...found.values()];
}

/** Indicators an applicant shows something for on paper: not the defence, not what the office observes. */
export function claimableIndicators({ rubric }: Pick<CategoryRules, 'rubric'>): Indicator[] {
  return rubric
    .flatMap(({ indicators }) => indicators)
    .filter(({ sheet, scoring }) => sheet === 'material' && !isObserved(scoring));
}

/** Items the verification itself decides, named in the rubric as «system». */
const OBSERVED_ITEMS: readonly string[] = ['G19.completeFirst', 'G19.notReduced'];

/** Those of them that a rubric asks for. */
export function observedItemsOf({ rubric }: Pick<CategoryRules, 'rubric'>): readonly string[] {
  const items = rubric
    .flatMap(({ indicators }) => indicators)
    .flatMap(({ scoring }) => partsOf(scoring))
    .flatMap((part) => (part.kind === 'tick' ? [part.item] : []));
  return OBSERVED_ITEMS.filter((item) => items.includes(item));
}

function isObserved(scoring: Scoring): boolean {
  const parts = partsOf(scoring);
  return (
    parts.length > 0 &&
    parts.every((part) => part.kind === 'tick' && OBSERVED_ITEMS.includes(part.item))
  );
}
