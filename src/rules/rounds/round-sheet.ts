import { categoryRules, sheetIndicators } from '../scoring/category-sheets.js';
import type { Indicator, SheetCode } from '../scoring/indicator.js';
import type { CategoryCode, RuleSet } from '../scoring/rule-set.js';

/** The sheet that is scored in a round, with its indicators; none where the round carries no weight. */
export interface RoundSheet {
  readonly code: SheetCode;
  readonly indicators: readonly Indicator[];
}

/** The kind of round that judges sign a sheet in. */
export function roundKindOf(sheet: SheetCode): 'material' | 'defence' {
  return sheet === 'material' ? 'material' : 'defence';
}

/** Material rounds score the rubric; a defence has its own sheet or a part of the rubric (category Y). */
export function roundSheet(
  rules: RuleSet,
  category: string,
  kind: 'material' | 'defence',
): RoundSheet | null {
  const known = categoryRules(rules, category as CategoryCode);
  const codes: readonly SheetCode[] =
    kind === 'material' ? ['material'] : ['insideDefence', 'defence'];
  return (
    codes
      .map((code) => ({ code, indicators: sheetIndicators(rules, known, code) }))
      .find(({ indicators }) => indicators.length > 0) ?? null
  );
}
