import { assignJudges } from '../src/rules/assignment/assign-judges.js';
import type { AssignmentProblem } from '../src/rules/assignment/assignment-problem.js';
import { seededRandom } from '../src/rules/assignment/seeded-random.js';
import type { BenchRow } from './bench-row.js';

const RUNS = 3;
const TOPICS = 20;

/** HotCRP's assigner on a machine of this kind: milliseconds, and megabytes for the larger one. */
const REFERENCE = { large: 25_000, largeMemory: 258, small: 800 };

/** Assigning judges to a province's and to a city's applications. */
export async function benchAssignment(): Promise<BenchRow[]> {
  const large = syntheticProblem(2000, 200, 4);
  const largeTime = medianTime(large);
  const memory = process.memoryUsage.rss() / 2 ** 20;
  const smallTime = medianTime(syntheticProblem(500, 60, 3));
  return [
    row('assign 2,000 applications × 200 judges × 4', largeTime, 'ms', REFERENCE.large, 2000),
    row('resident memory of that process', memory, 'MB', REFERENCE.largeMemory, 250),
    row('assign 500 applications × 60 judges × 3', smallTime, 'ms', REFERENCE.small, 800),
  ];
}

/** `ratio` is the measured figure over the reference's: below 1 is better than the reference. */
function row(
  name: string,
  value: number,
  unit: string,
  reference: number,
  limit: number,
): BenchRow {
  return {
    name,
    value,
    unit,
    reference,
    target: `< ${limit} ${unit}`,
    ratio: value / reference,
    met: value < limit,
  };
}

function medianTime(problem: AssignmentProblem): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const result = assignJudges(problem);
    const time = performance.now() - start;
    if ('infeasible' in result || result.objective < result.bound) {
      throw new Error('the benchmark problem is feasible and its optimum connected');
    }
    return time;
  });
  return times.toSorted((left, right) => left - right)[RUNS >> 1]!;
}

/** Three topics a person, up to five conflicts an application, loads that have to come out even. */
function syntheticProblem(
  applications: number,
  judges: number,
  perEntry: number,
): AssignmentProblem {
  const random = seededRandom('bench');
  const topics = () => Array.from({ length: 3 }, () => `topic ${random.below(TOPICS)}`);
  return {
    entries: Array.from({ length: applications }, (_, index) => ({
      id: `application ${index}`,
      topics: topics(),
      conflicts: Array.from({ length: random.below(6) }, () => `judge ${random.below(judges)}`),
    })),
    judges: Array.from({ length: judges }, (_, index) => ({
      id: `judge ${index}`,
      max: Math.ceil((applications * perEntry) / judges) + 3,
      topics: topics(),
      organisation: index % 3 === 0 ? `organisation ${random.below(judges)}` : undefined,
    })),
    perEntry,
    seed: 1,
  };
}
