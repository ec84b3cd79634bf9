import type { Seed } from './seeded-random.js';

/** One application to be judged. `conflicts` are hard: these judges never see it. */
export interface AssignmentEntry {
  readonly id: string;
  readonly conflicts?: readonly string[];
  readonly topics?: readonly string[];
}

/** `max` is the most applications the judge takes; `organisation` is absent or empty for the unaffiliated. */
export interface AssignmentJudge {
  readonly id: string;
  readonly max: number;
  readonly topics?: readonly string[];
  readonly organisation?: string;
}

export interface JudgeOnEntry {
  readonly entry: string;
  readonly judge: string;
}

/** `existing` is work already given out: it stays, and only the open places are filled around it. */
export interface AssignmentProblem {
  readonly entries: readonly AssignmentEntry[];
  readonly judges: readonly AssignmentJudge[];
  readonly perEntry: number;
  readonly seed: Seed;
  readonly existing?: readonly JudgeOnEntry[];
}

export interface AssignmentPlan {
  readonly assignments: readonly JudgeOnEntry[];
  readonly load: Readonly<Record<string, number>>;
  readonly connected: boolean;
  readonly objective: number;
  readonly bound: number;
}

/** Why one application lacks judges; `code` is a locale key, `variables` fill its sentence. */
export interface Shortage {
  readonly entry: string;
  readonly missing: number;
  readonly code: 'assignment.shortage.eligible' | 'assignment.shortage.capacity';
  readonly variables: Readonly<Record<string, string | number>>;
  /** Applications that hold or want the same full judges, this one included. */
  readonly competing: readonly string[];
}

export interface AssignmentRefusal {
  /** Places that no admissible assignment can fill. */
  readonly missing: number;
  readonly infeasible: readonly Shortage[];
}
