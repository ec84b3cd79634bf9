import type { AssignmentProblem, JudgeOnEntry } from './assignment-problem.js';

export interface Value {
  readonly working: number;
  readonly squaredLoads: number;
  readonly connected: boolean;
  readonly match: number;
}

/** The best of all admissible assignments that keep what exists; none where there is none. */
export function bruteForce(problem: AssignmentProblem): Value | undefined {
  let even: Value | undefined;
  let connected: Value | undefined;
  everyAssignment(problem, (value) => {
    if (!even || better(value, even)) even = value;
    if (value.connected && (!connected || better(value, connected))) connected = value;
  });
  if (!even || even.connected || !connected) return even;
  const pairCount = problem.entries.length * problem.perEntry;
  return pairCount >= problem.entries.length + even.working - 1 ? connected : even;
}

/** The most topics that assignments of these loads share, connected or not. */
export function mostMatched(problem: AssignmentProblem, squaredLoads: number): number {
  let most = 0;
  everyAssignment(problem, (value) => {
    if (value.squaredLoads === squaredLoads) most = Math.max(most, value.match);
  });
  return most;
}

/** The least uneven loads of all admissible assignments. */
export function leastSquares(problem: AssignmentProblem): number {
  let least = Infinity;
  everyAssignment(problem, ({ squaredLoads }) => {
    least = Math.min(least, squaredLoads);
  });
  return least;
}

function everyAssignment(problem: AssignmentProblem, found: (value: Value) => void): void {
  const load = new Map<string, number>();
  const pairs: JudgeOnEntry[] = [];
  const visit = (position: number): void => {
    const entry = problem.entries[position];
    if (!entry) return found(valueOf(problem, pairs));
    for (const judges of choices(problem, problem.perEntry)) {
      const organisations = judges.flatMap((judge) => judge.organisation || []);
      if (new Set(organisations).size < organisations.length) continue;
      if (judges.some(({ id }) => entry.conflicts?.includes(id))) continue;
      if (!keepsExisting(problem, entry.id, judges)) continue;
      if (judges.some(({ id, max }) => (load.get(id) ?? 0) >= max)) continue;
      for (const { id } of judges) load.set(id, (load.get(id) ?? 0) + 1);
      pairs.push(...judges.map(({ id }) => ({ entry: entry.id, judge: id })));
      visit(position + 1);
      pairs.length -= judges.length;
      for (const { id } of judges) load.set(id, load.get(id)! - 1);
    }
  };
  visit(0);
}

function choices({ judges }: AssignmentProblem, size: number): AssignmentProblem['judges'][] {
  const grow = (from: number, left: number): AssignmentProblem['judges'][] =>
    left === 0
      ? [[]]
      : judges
          .slice(from)
          .flatMap((judge, step) =>
            grow(from + step + 1, left - 1).map((rest) => [judge, ...rest]),
          );
  return grow(0, size);
}

function better(value: Value, than: Value): boolean {
  if (value.squaredLoads !== than.squaredLoads) return value.squaredLoads < than.squaredLoads;
  if (value.connected !== than.connected) return value.connected;
  return value.match > than.match;
}

export function valueOf(problem: AssignmentProblem, pairs: readonly JudgeOnEntry[]): Value {
  const load = new Map<string, number>();
  const topics = new Map<string, readonly string[]>(
    [...problem.entries, ...problem.judges].map((item) => [item.id, item.topics ?? []]),
  );
  let match = 0;
  for (const { entry, judge } of pairs) {
    load.set(judge, (load.get(judge) ?? 0) + 1);
    match += topics.get(entry)!.filter((topic) => topics.get(judge)!.includes(topic)).length;
  }
  const squaredLoads = [...load.values()].reduce((sum, value) => sum + value ** 2, 0);
  return { working: load.size, squaredLoads, connected: isConnected(problem, pairs), match };
}

function isConnected({ entries }: AssignmentProblem, pairs: readonly JudgeOnEntry[]): boolean {
  const reached = new Set([entries[0]!.id]);
  for (const node of reached) {
    for (const { entry, judge } of pairs) {
      if (entry === node) reached.add(judge);
      if (judge === node) reached.add(entry);
    }
  }
  return pairs.every(({ entry }) => reached.has(entry));
}

function keepsExisting(
  { existing = [] }: AssignmentProblem,
  entry: string,
  judges: AssignmentProblem['judges'],
): boolean {
  return existing
    .filter((pair) => pair.entry === entry)
    .every((pair) => judges.some(({ id }) => id === pair.judge));
}
