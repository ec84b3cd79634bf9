import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import type { Language } from '../../../text/catalogue.js';
import { categoryRules } from '../file/category-rules.js';

export function indicatorNames(
  rules: RuleSet,
  category: string,
  lang: Language,
): ReadonlyMap<string, string> {
  return new Map(
    categoryRules(rules, category)
      .rubric.flatMap((dimension) => dimension.indicators)
      .map(({ code, name }) => [code, lang === 'zh-CN' ? name.zh : name.en]),
  );
}
