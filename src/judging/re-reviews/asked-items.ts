import type { FigureRow } from '../../applications/figures-of.js';
import { askedIndicators } from '../../rules/rounds/re-review-items.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import type { ReReviewSheetRow } from './re-review-sheet.queries.js';

/** What an expert has to score and to find: the indicators, and the figures as they were filed. */
export interface Asked {
  readonly indicators: readonly Indicator[];
  readonly figures: readonly FigureRow[];
}

export function askedItems(
  rules: RuleSet,
  { code, asked }: Pick<ReReviewSheetRow, 'code' | 'asked'>,
  figures: readonly FigureRow[],
): Asked {
  return {
    indicators: askedIndicators(rules, code, asked),
    figures: figures.filter(({ key }) => asked.figures.includes(key)),
  };
}
