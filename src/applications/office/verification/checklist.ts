import type { CategoryRules } from '../../../rules/scoring/rule-set.js';
import type { Scoring } from '../../../rules/scoring/scoring.js';
import { isSystemItem } from '../file/correctable-items.js';

export interface ChecklistKeys {
  /** Items the verifier ticks, as figure keys. */
  readonly ticked: readonly string[];
  /** Items the verification itself decides, as figure keys. */
  readonly system: readonly string[];
}

/** The yes/no items of a category's material indicators. */
export function checklistKeys({ rubric }: Pick<CategoryRules, 'rubric'>): ChecklistKeys {
  const keys = rubric
    .flatMap((dimension) => dimension.indicators)
    .filter(({ sheet }) => sheet === 'material')
    .flatMap(({ scoring }) => itemsOf(scoring))
    .map((item) => `tick.${item}`);
  const unique = [...new Set(keys)];
  return {
    ticked: unique.filter((key) => !isSystemItem(key)),
    system: unique.filter(isSystemItem),
  };
}

function itemsOf(scoring: Scoring): readonly string[] {
  if (scoring.kind === 'sum') return scoring.parts.flatMap(itemsOf);
  if (scoring.kind === 'tick') return [scoring.item];
  return scoring.kind === 'tax' ? [scoring.declarationItem] : [];
}
