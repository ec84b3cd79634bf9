import type { TrimRow } from '../scoring/rule-set.js';

export interface PerApplicationProblem {
  readonly code: string;
  readonly variables: Readonly<Record<string, number>>;
}

/**
 * What is wrong with `perApplication` judges an application, or null: the programme's trimming rule
 * must know that number of sheets, and the panel must have as many judges.
 */
export function perApplicationProblem(
  perApplication: number,
  trimTable: readonly TrimRow[],
  judges: number,
): PerApplicationProblem | null {
  const least = Math.min(...trimTable.map(({ from }) => from));
  if (perApplication < least) {
    return { code: 'assignment.round.belowTrimming', variables: { least, perApplication } };
  }
  if (perApplication > judges) {
    return { code: 'assignment.round.abovePanel', variables: { judges, perApplication } };
  }
  return null;
}
