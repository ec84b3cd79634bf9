import type { GroundFacts } from '../../../rules/titles/title-grounds.js';
import { notRepairedInTerm } from '../../../rules/titles/warning-term.js';
import type { TitleState } from '../../../rules/lifecycle/title-lifecycle.js';
import type { WarningRow } from '../warnings/title-warning.queries.js';

/** What the grounds of a revocation ask of a title and its warnings. */
export function groundFacts(
  state: TitleState,
  warnings: readonly WarningRow[],
  { today, placeLost }: { readonly today: string; readonly placeLost: boolean },
): GroundFacts {
  const open = warnings.find(({ ending }) => ending === null);
  return {
    state,
    placeLost,
    warnedBefore: warnings.length > 0,
    lapsed: open !== undefined && notRepairedInTerm(open, today),
  };
}
