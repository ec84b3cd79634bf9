import type { Figures } from '../rules/scoring/figures.js';
import { derivedFigures } from '../rules/scoring/derived-figures.js';
import type { CategoryRules } from '../rules/scoring/rule-set.js';
import { type FigureRow, type ShopOfApplication, figuresOf } from './figures-of.js';

/** The verified figures of an application with what follows from the verdicts as they stand now. */
export function verifiedFigures(
  category: Pick<CategoryRules, 'rubric'>,
  rows: readonly FigureRow[],
  shops: readonly ShopOfApplication[],
  corrections: number,
): Figures {
  return derivedFigures(category, {
    claimed: figuresOf(rows, shops, 'claimed'),
    verified: figuresOf(rows, shops, 'verified'),
    corrections,
  });
}
