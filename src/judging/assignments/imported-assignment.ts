import { assignJudges } from '../../rules/assignment/assign-judges.js';
import type { AssignmentPlan } from '../../rules/assignment/assignment-problem.js';
import { readAssignmentTable } from '../../rules/assignment/assignment-table.js';
import type { TableProblem } from '../../rules/assignment/table-row.js';
import { type RoundProblem, roundProblem } from '../../rules/assignment/round-problem.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import {
  type PerApplicationProblem,
  perApplicationProblem,
} from '../../rules/rounds/per-application-problem.js';
import type { SeatOnApplication } from '../../rules/rounds/sheet-assignment.js';
import type { TrimRow } from '../../rules/scoring/rule-set.js';
import type { AssignmentFile } from './read-assignment-file.js';
import type { RoundState } from './round-facts.js';

export interface ImportedAssignment {
  readonly perApplication: number;
  readonly rows: number;
  /** The number of judges itself does not do; then nothing else is looked at. */
  readonly fault: PerApplicationProblem | null;
  readonly problems: readonly TableProblem[];
  readonly pairs: readonly SeatOnApplication[];
  /** Null while anything is wrong. */
  readonly sound: {
    readonly problem: RoundProblem;
    readonly plan: AssignmentPlan;
    /** Stands for exactly these consequences; the round as it is now is part of it. */
    readonly digest: string;
  } | null;
}

/**
 * What a table would put in force. It becomes a problem in which every place is taken already, so the
 * assignment that is stored can be computed again like one that the system made.
 */
export function importedAssignment(
  state: RoundState,
  file: AssignmentFile,
  perApplication: number,
  trimTable: readonly TrimRow[],
): ImportedAssignment {
  const base = { perApplication, rows: file.rows.length };
  const able = state.seats.filter(({ declared }) => declared === 1).length;
  const fault = perApplicationProblem(perApplication, trimTable, able);
  if (fault) return { ...base, fault, problems: [], pairs: [], sound: null };
  const { pairs, problems } = readAssignmentTable(state, file.rows, perApplication);
  if (problems.length) return { ...base, fault, problems, pairs, sound: null };
  const problem = roundProblem(
    { ...state.facts, assigned: pairs },
    {
      perEntry: perApplication,
      seed: file.hash,
      keep: true,
      limit: null,
      limits: Object.fromEntries(
        state.seats
          .filter(({ alternate }) => alternate === 1)
          .map(({ id }) => [id, pairs.filter(({ seatId }) => seatId === id).length]),
      ),
      table: file.hash,
    },
  );
  const plan = assignJudges(problem) as AssignmentPlan;
  const { present, inForce } = state;
  const digest = hashOf({ problem, present, number: inForce?.number ?? 0 });
  return { ...base, fault, problems, pairs, sound: { problem, plan, digest } };
}

/** Whether exactly this table is what holds now: somebody clicked twice, or two people confirmed it. */
export function isInForce(
  { inForce }: RoundState,
  { file, perApplication }: { readonly file: string; readonly perApplication: number },
): boolean {
  return inForce?.problem?.choice.table === file && inForce.perApplication === perApplication;
}
