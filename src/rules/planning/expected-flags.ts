import { type SpreadInput, spreadFlags } from '../scoring/spread.js';
import type { SpreadRule } from '../scoring/rule-set.js';
import { expectedRescores } from './expected-rescores.js';

/** First scores of a finished round: totals and full points in hundredths. */
export interface PastTotals {
  readonly inputs: readonly SpreadInput[];
  readonly sheetMaximum: number;
}

/** What a simulation without scores of one's own assumes; the planning page says the same of judges. */
export const SIMULATED = { applications: 60, panels: [5, 7, 9], runs: 300, seed: 2001 } as const;

/** How many of the applications of a past round this rule would have had scored again. */
export function pastFlags({ inputs, sheetMaximum }: PastTotals, rule: SpreadRule): number {
  return spreadFlags(inputs, sheetMaximum, rule).length;
}

/** The share of applications whose range is above the limit, panel by panel, the same at every call. */
export function simulatedFlags({
  rangeLimit,
}: SpreadRule): readonly { readonly judges: number; readonly share: number }[] {
  const { applications, panels, runs, seed } = SIMULATED;
  return panels.map((judges) => {
    const plan = { applications, judges, runs, rangeLimits: [rangeLimit / 10_000] };
    return { judges, share: expectedRescores(plan, seed).byRange[0]!.share };
  });
}
