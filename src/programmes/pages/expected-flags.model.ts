import { SIMULATED, pastFlags, simulatedFlags } from '../../rules/planning/expected-flags.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import type { PageContext } from '../../web/page-context.js';
import type { PastRoundTotals } from '../past-spread.js';
import { ruleText } from './rubric-view.js';

export interface ExpectedFlagsModel {
  /** How many, and what that comes from: a line for each category judged before, one for the others. */
  readonly lines: readonly string[];
}

/** What the spread rule as it stands on the page would have scored again. */
export function expectedFlagsModel(
  { categories, spread }: RuleSet,
  past: ReadonlyMap<string, PastRoundTotals>,
  context: PageContext,
): ExpectedFlagsModel {
  const { t } = context;
  const named = (codes: RuleSet['categories']) =>
    codes.map(({ name }) => ruleText(name, context)).join(t('navigation.listComma'));
  const known = categories.flatMap((category) => {
    const totals = past.get(category.code);
    if (!totals) return [];
    const count = totals.inputs.length;
    const flagged = pastFlags(totals, spread);
    const { programme } = totals;
    return t('programmes.expected.past', { name: named([category]), programme, count, flagged });
  });
  const unknown = categories.filter(({ code }) => !past.has(code));
  if (unknown.length === 0) return { lines: known };
  const panels = simulatedFlags(spread).map(({ judges, share }) =>
    t('programmes.expected.panel', { judges, percent: Math.round(100 * share) }),
  );
  const simulated = t('programmes.expected.simulated', {
    names: named(unknown),
    applications: SIMULATED.applications,
    panels: panels.join(t('navigation.listComma')),
  });
  return { lines: [...known, simulated] };
}
