import { claimableIndicators, neededFigures } from '../../../rules/scoring/needed-figures.js';
import type { RuleText } from '../../../rules/scoring/rule-text.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { isRowFigure, rowLists } from '../../applicant/row-lists.js';
import { categoryRules } from './category-rules.js';
import type { ApplicationFile } from './application-file.queries.js';

/** What may be asked about one indicator, or under no code about the applicant as a whole. */
export interface CorrectableGroup {
  readonly code: string;
  readonly name: RuleText | null;
  readonly items: readonly string[];
}

/** Everything the rubric wants of an applicant, also what it left out, by indicator. */
export function correctableGroups(
  { head, snapshot }: Pick<ApplicationFile, 'head' | 'snapshot'>,
  rules: RuleSet,
): readonly CorrectableGroup[] {
  const category = categoryRules(rules, head.categoryCode);
  const needed = neededFigures(category, rules.ratings, snapshot.shops ?? []);
  const lists = rowLists(category, needed);
  const groups = claimableIndicators(category).map(({ code, name, type }) => ({
    code,
    name,
    items: [
      ...needed
        .filter(({ key, kind, indicators }) => indicators[0] === code && isTyped(key, kind))
        .map(({ key }) => key),
      ...lists.filter(({ indicators }) => indicators[0] === code).map(({ key }) => key),
      ...(type === 'E' ? [`text.${code}`] : []),
      `evidence.${code}`,
    ],
  }));
  return [...groups, { code: '', name: null, items: ['penaltySelfReport'] }];
}

/** Rows are asked for as a list, not one by one. */
function isTyped(key: string, kind: string): boolean {
  return kind !== 'certifications' && kind !== 'samplingFailures' && !isRowFigure(key);
}

/** Checklist items that the verification itself decides. */
export function isSystemItem(key: string): boolean {
  return /^tick\..+\.(completeFirst|notReduced)$/.test(key);
}
