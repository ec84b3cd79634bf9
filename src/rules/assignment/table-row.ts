import type { RuleErrorVariables } from '../rule-error.js';
import type { RoundFacts } from './round-problem.js';

/** Columns of a table of assignments; the first two say who judges what, the others are checked. */
export const TABLE_COLUMNS = ['number', 'merchant', 'seat', 'judge', 'organisation'] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];
export const NEEDED_COLUMNS: readonly TableColumn[] = ['number', 'seat'];

/** One line as it was typed; what a table does not have is empty. */
export interface TableRow extends Readonly<Record<TableColumn, string>> {
  readonly row: number;
}

export interface TableProblem {
  /** Null for what the table lacks. */
  readonly row: number | null;
  readonly column: TableColumn;
  readonly code: `assignment.import.problem.${string}`;
  readonly variables: RuleErrorVariables;
}

/** Names beside the numbers, so that a table made for another panel is noticed. */
export interface NamedRound {
  readonly facts: RoundFacts;
  readonly applications: readonly { id: string; number: string; name: string }[];
  readonly seats: readonly { id: string; number: number; name: string }[];
}
