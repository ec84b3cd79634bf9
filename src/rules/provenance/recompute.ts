import type { Check } from './check.js';
import { lockResult, rankedByReceipt } from './lock-category.js';
import type { LockedResult, ResultsBundle } from './results-bundle.js';
import { type Difference, allChecks, refusal } from './verify-bundle.js';

/** What of a list is computed again, in the order in which it is. */
export const RECOMPUTE_STEPS = [
  'rules',
  'applications',
  'sheets',
  'records',
  'results',
  'inputs',
  'list',
] as const;
export type RecomputeStep = (typeof RECOMPUTE_STEPS)[number];

export interface RecomputedStep {
  readonly step: RecomputeStep;
  readonly comparisons: number;
  readonly differences: number;
}

export interface RecomputedRow {
  readonly receiptNumber: string;
  readonly standing: number;
  readonly composite: string;
  readonly outcome: LockedResult['outcome'];
}

export interface Recomputation {
  readonly inputHash: string;
  readonly steps: readonly RecomputedStep[];
  /** The most exact place first; no more than a page can show. */
  readonly differences: readonly Difference[];
  readonly standings: readonly {
    readonly category: string;
    readonly rows: readonly RecomputedRow[];
  }[];
}

const MOST_DIFFERENCES = 50;

const STEP_OF: Readonly<Record<string, RecomputeStep>> = {
  ruleSet: 'rules',
  categories: 'applications',
  applications: 'applications',
  sheets: 'sheets',
  score: 'sheets',
  seat: 'sheets',
  indicator: 'sheets',
  indicatorPoints: 'records',
  bonus: 'records',
  deduction: 'records',
  record: 'records',
  inputHash: 'inputs',
  refused: 'results',
  unreadable: 'results',
};

/**
 * All that `verifyBundle` compares, to the end and by steps, with the standings as they come out. Both go
 * through the same comparisons, so they agree on whether a bundle holds and on its first difference.
 */
export function recompute(bundle: ResultsBundle): Recomputation {
  const counts = new Map(RECOMPUTE_STEPS.map((step) => [step, { comparisons: 0, differences: 0 }]));
  const differences: Difference[] = [];
  const note = (check: Check, differs = check.expected !== check.found) => {
    const count = counts.get(stepOf(check))!;
    count.comparisons += 1;
    if (!differs) return;
    count.differences += 1;
    if (differences.length < MOST_DIFFERENCES) differences.push(check);
  };
  let standings: Recomputation['standings'] = [];
  try {
    for (const check of allChecks(bundle)) note(check);
    standings = bundle.categories.map((inputs) => ({
      category: inputs.category,
      rows: rowsOf(bundle, inputs),
    }));
  } catch (error) {
    // What cannot be computed is a difference, whatever it says.
    note(refusal(error), true);
  }
  return {
    inputHash: bundle.inputHash,
    steps: RECOMPUTE_STEPS.map((step) => ({ step, ...counts.get(step)! })),
    differences,
    standings,
  };
}

function stepOf({ where }: Check): RecomputeStep {
  const key = where.key.slice('provenance.where.'.length);
  return STEP_OF[key] ?? (key.startsWith('list') ? 'list' : 'results');
}

function rowsOf(
  { ruleSet }: ResultsBundle,
  inputs: ResultsBundle['categories'][number],
): readonly RecomputedRow[] {
  return [...rankedByReceipt(ruleSet, inputs)]
    .map(([receiptNumber, ranked]) => {
      const { standing, composite, outcome } = lockResult(ranked)!;
      return { receiptNumber, standing, composite, outcome };
    })
    .toSorted((a, b) => a.standing - b.standing);
}
