import { assignJudges } from './assign-judges.js';
import type { AssignmentProblem } from './assignment-problem.js';
import { seededRandom } from './seeded-random.js';

/** HiGHS 1.15 solved the same problem as a linear programme with every load fixed: 2446 topics. */
describe('500 applications, 60 judges, 3 judges an application', () => {
  const result = assignJudges(syntheticProblem());

  it('matches as many topics as the linear programme', () => {
    expect(result).toMatchObject({ connected: true, objective: 2446, bound: 2446 });
  });

  it('gives every judge 25 applications', () => {
    if ('infeasible' in result) throw new Error('the problem is feasible');
    expect(new Set(Object.values(result.load))).toEqual(new Set([25]));
    expect(result.assignments).toHaveLength(1500);
  });
});

function syntheticProblem(): AssignmentProblem {
  const random = seededRandom('x1');
  const topics = () => Array.from({ length: 3 }, () => `t${random.below(20)}`);
  return {
    entries: Array.from({ length: 500 }, (_, index) => ({
      id: `e${index}`,
      topics: topics(),
      conflicts: Array.from({ length: random.below(6) }, () => `j${random.below(60)}`),
    })),
    judges: Array.from({ length: 60 }, (_, index) => ({
      id: `j${index}`,
      max: 28,
      topics: topics(),
    })),
    perEntry: 3,
    seed: 1,
  };
}
