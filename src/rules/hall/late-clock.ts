import {
  type ClockActKind,
  type ClockPhase,
  type ClockStep,
  mayFollow,
  phaseOf,
} from './hall-clock.js';

export const LATE_KINDS = ['pause', 'speech', 'end'] as const;
/** What is entered afterwards: a pause within a speech, a whole speech, or that one had ended before. */
export type LateKind = (typeof LATE_KINDS)[number];

/** The same, and what a laptop without a network led: everything between start and finish. */
export const ENTRY_KINDS = [...LATE_KINDS, 'laptop'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface LateTimes {
  readonly kind: LateKind;
  readonly from: string;
  /** Null for an end, and for a pause that still goes on. */
  readonly to: string | null;
}

export interface LateProblem {
  readonly key: string;
  readonly field: 'from' | 'to' | 'reason';
  readonly variables: Readonly<Record<string, number>>;
}

const ACTS: Readonly<Record<LateKind, readonly [ClockActKind, ClockActKind | null]>> = {
  pause: ['pause', 'resume'],
  speech: ['start', 'finish'],
  end: ['finish', null],
};

/** A reason shorter than this says nothing that can be looked up. */
const REASON_LEAST = 6;

/** All that is wrong with the times by themselves. */
export function lateProblems(
  { kind, from, to }: LateTimes,
  reason: string,
  now: string,
): readonly LateProblem[] {
  const problems: LateProblem[] = [];
  const add = (key: string, field: LateProblem['field'], variables = {}) =>
    problems.push({ key: `hall.late.${key}`, field, variables });
  if (from > now) add('future', 'from');
  if (to !== null && to > now) add('future', 'to');
  if (to !== null && to <= from) add('backwards', 'to');
  if (kind === 'speech' && to === null) add('endMissing', 'to');
  if (kind === 'end' && to !== null) add('oneTime', 'to');
  if (Array.from(reason).length < REASON_LEAST) add('reason', 'reason', { min: REASON_LEAST });
  return problems;
}

/** The acts that such times are. */
export function lateActs({ kind, from, to }: LateTimes): readonly ClockStep[] {
  const [first, last] = ACTS[kind];
  return [
    { kind: first, at: from },
    ...(to !== null && last !== null ? [{ kind: last, at: to }] : []),
  ];
}

/** Whether acts, in order of time, follow from each other. */
export function follows(steps: readonly ClockStep[]): boolean {
  let before: ClockPhase = 'waiting';
  return inTime(steps).every(({ kind }, at, all) => {
    const may = mayFollow(before, kind);
    before = phaseOf(all.slice(0, at + 1));
    return may;
  });
}

/** In order of time; what is at the same instant stays as it was given. */
export function inTime<T extends ClockStep>(steps: readonly T[]): T[] {
  return steps.toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
}

/** Whether two turns were on at the same time; one that has not ended is on until now. */
export function overlap(
  one: readonly ClockStep[],
  other: readonly ClockStep[],
  now: string,
): boolean {
  if (one.length === 0 || other.length === 0) return false;
  const end = (steps: readonly ClockStep[]) =>
    phaseOf(steps) === 'finished' ? steps.at(-1)!.at : now;
  return one[0]!.at < end(other) && other[0]!.at < end(one);
}
