import type { CategoryRules } from '../../../rules/scoring/rule-set.js';
import type { RuleText } from '../../../rules/scoring/rule-text.js';
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

/** The names the rules give to their yes/no items, by figure key. */
export function checklistNames({
  rubric,
}: Pick<CategoryRules, 'rubric'>): ReadonlyMap<string, RuleText> {
  const scorings = rubric
    .flatMap((dimension) => dimension.indicators)
    .flatMap(({ scoring }) => (scoring.kind === 'sum' ? [...scoring.parts] : [scoring]));
  return new Map(
    scorings.flatMap((scoring) =>
      scoring.kind === 'tick' ? [[`tick.${scoring.item}`, scoring.name] as const] : [],
    ),
  );
}

function itemsOf(scoring: Scoring): readonly string[] {
  if (scoring.kind === 'sum') return scoring.parts.flatMap(itemsOf);
  if (scoring.kind === 'tick') return [scoring.item];
  return scoring.kind === 'tax' ? [scoring.declarationItem] : [];
}
