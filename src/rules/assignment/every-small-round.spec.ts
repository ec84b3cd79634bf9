import { assignJudges } from './assign-judges.js';
import type { AssignmentProblem, JudgeOnEntry } from './assignment-problem.js';
import { bruteForce, leastSquares, mostMatched, valueOf } from './brute-force.fixture.js';
import { type SeededRandom, seededRandom } from './seeded-random.js';

/** Rounds small enough to try every assignment; a third of them adjusts what exists. */
function smallRound(number: number): AssignmentProblem {
  const random = seededRandom(`round ${number}`);
  const topics = () => ['x', 'y', 'z'].filter(() => random.below(2) === 0);
  const [entryCount, judgeCount] = [2 + random.below(3), 2 + random.below(3)];
  const judges = Array.from({ length: judgeCount }, (_, at) => ({
    id: `j${at}`,
    max: 1 + random.below(entryCount),
    topics: topics(),
    organisation: random.below(3) === 0 ? 'one' : '',
  }));
  const entries = Array.from({ length: entryCount }, (_, at) => ({
    id: `e${at}`,
    topics: topics(),
    conflicts: judges.filter(() => random.below(7) === 0).map(({ id }) => id),
  }));
  const problem = { entries, judges, perEntry: 1 + random.below(2), seed: number };
  return number % 3 === 0 ? { ...problem, existing: givenOut(problem, random) } : problem;
}

/** One pair of some entries, within what the judges take. */
function givenOut(
  { entries, judges }: AssignmentProblem,
  random: SeededRandom,
): readonly JudgeOnEntry[] {
  const load = new Map<string, number>();
  return entries.flatMap((entry) => {
    const { id, max } = judges[random.below(judges.length)]!;
    const held = load.get(id) ?? 0;
    if (held >= max || entry.conflicts!.includes(id) || random.below(2) === 0) return [];
    load.set(id, held + 1);
    return [{ entry: entry.id, judge: id }];
  });
}

it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])(
  'twenty small rounds are assigned as well as can be: %i',
  (lot) => {
    let found = 0;
    for (let number = lot * 20; number < lot * 20 + 20; number += 1) {
      const problem = smallRound(number);
      const [result, best] = [assignJudges(problem), bruteForce(problem)];
      if ('infeasible' in result) {
        expect([number, best]).toEqual([number, undefined]);
        continue;
      }
      found += 1;
      const { assignments, bound, connected, objective } = result;
      expect([number, valueOf(problem, assignments)]).toEqual([number, best]);
      expect([connected, objective]).toEqual([best!.connected, best!.match]);
      expect(assignments).toEqual(expect.arrayContaining([...(problem.existing ?? [])]));
      // The bound is what loads as even could share at most, where no connected graph is asked for.
      if (best!.squaredLoads === leastSquares(problem)) {
        expect([number, bound]).toEqual([number, mostMatched(problem, best!.squaredLoads)]);
      } else expect(bound).toBeGreaterThanOrEqual(objective);
    }
    expect(found).toBeGreaterThan(8);
  },
);
