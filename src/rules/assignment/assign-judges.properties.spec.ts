import * as fc from 'fast-check';
import { assignJudges } from './assign-judges.js';
import type { AssignmentProblem, JudgeOnEntry } from './assignment-problem.js';
import { bruteForce, valueOf } from './brute-force.fixture.js';

/** Small enough to try every assignment; organisations, conflicts and maxima included. */
const smallProblem: fc.Arbitrary<AssignmentProblem> = fc
  .record({
    entryCount: fc.integer({ min: 1, max: 5 }),
    judgeCount: fc.integer({ min: 1, max: 5 }),
    perEntry: fc.integer({ min: 1, max: 3 }),
    seed: fc.integer(),
    bits: fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }),
    maxima: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 5, maxLength: 5 }),
    organisations: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 }),
    rareConflicts: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 25, maxLength: 25 }),
  })
  .map(({ entryCount, judgeCount, perEntry, seed, bits, maxima, organisations, rareConflicts }) => {
    const topicsAt = (start: number) => ['x', 'y', 'z'].filter((_, index) => bits[start + index]);
    return {
      entries: ids('e', entryCount).map((id, entry) => ({
        id,
        topics: topicsAt(entry * 3),
        conflicts: ids('j', judgeCount).filter((_, j) => rareConflicts[entry * 5 + j] === 0),
      })),
      judges: ids('j', judgeCount).map((id, judge) => ({
        id,
        max: maxima[judge]!,
        topics: topicsAt(40 + judge * 3),
        organisation: organisations[judge]! < 3 ? `o${organisations[judge]!}` : undefined,
      })),
      perEntry,
      seed,
    };
  });

function ids(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

describe('every assignment', () => {
  it('equals the best of all admissible assignments, or none exists', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const best = bruteForce(problem);
        const result = assignJudges(problem);
        if ('infeasible' in result) {
          expect(best).toBeUndefined();
          expect(result.missing).toBeGreaterThan(0);
          return;
        }
        expect(valueOf(problem, result.assignments)).toEqual(best);
        expect(result.objective).toBe(best!.match);
        expect(result.connected).toBe(best!.connected);
        expect(result.bound).toBeGreaterThanOrEqual(result.objective);
      }),
      { numRuns: 1000, seed: 20130621 },
    );
  });

  it('loses no more topics than it must when groups of topics have to be joined', () => {
    fc.assert(
      fc.property(groupedProblem, (problem) => {
        const result = assignJudges(problem);
        if ('infeasible' in result) throw new Error('every judge may take every application');
        expect(valueOf(problem, result.assignments)).toEqual(bruteForce(problem));
        expect(result.objective).toBeLessThanOrEqual(result.bound);
      }),
      { numRuns: 60, seed: 20130624 },
    );
  });

  it('keeps conflicts out, maxima, organisations and existing work in', () => {
    fc.assert(
      fc.property(largerProblem, fc.integer({ min: 1, max: 20 }), (problem, every) => {
        const first = assignJudges(problem);
        if ('infeasible' in first) return;
        expectAdmissible(problem, first.assignments);
        const existing = first.assignments.filter((_, index) => index % every === 0);
        const adjusted = assignJudges({ ...problem, seed: 'adjusted', existing });
        if ('infeasible' in adjusted) throw new Error('existing work came from a full assignment');
        expectAdmissible(problem, adjusted.assignments);
        expect(adjusted.assignments).toEqual(expect.arrayContaining([...existing]));
        expect(adjusted.objective).toBeLessThanOrEqual(adjusted.bound);
      }),
      { numRuns: 60, seed: 20130622 },
    );
  });

  it('does not depend on the order of applications and judges', () => {
    fc.assert(
      fc.property(largerProblem, (problem) => {
        const reversed = {
          ...problem,
          entries: problem.entries.toReversed(),
          judges: problem.judges.toReversed(),
        };
        const [one, other] = [assignJudges(problem), assignJudges(reversed)];
        if ('infeasible' in one || 'infeasible' in other) {
          expect(other).toHaveProperty('missing', 'missing' in one ? one.missing : undefined);
          return;
        }
        expect(keys(other.assignments).toSorted()).toEqual(keys(one.assignments).toSorted());
      }),
      { numRuns: 40, seed: 20130623 },
    );
  });
});

/** Judges know one group each, applications mostly one: the best topics fall apart into parts. */
const groupedProblem: fc.Arbitrary<AssignmentProblem> = fc
  .record({
    entryTopics: fc.array(fc.constantFrom(['x'], ['x'], ['y'], ['x', 'y'], ['y', 'z']), {
      minLength: 4,
      maxLength: 5,
    }),
    judgeTopics: fc.array(fc.constantFrom(['x'], ['y'], ['y', 'z']), {
      minLength: 4,
      maxLength: 4,
    }),
    seed: fc.integer(),
  })
  .map(({ entryTopics, judgeTopics, seed }) => ({
    entries: entryTopics.map((topics, index) => ({ id: `e${index}`, topics })),
    judges: judgeTopics.map((topics, index) => ({ id: `j${index}`, topics, max: 5 })),
    perEntry: 2,
    seed,
  }));

const largerProblem: fc.Arbitrary<AssignmentProblem> = fc
  .record({ seed: fc.integer(), lots: fc.infiniteStream(fc.nat({ max: 999 })) })
  .map(({ seed, lots }) => {
    const below = (bound: number) => (lots.next().value ?? 0) % bound;
    const topics = () => ['茶', '果', '竹', '游'].filter(() => below(3) === 0);
    return {
      entries: Array.from({ length: 40 }, (_, index) => ({
        id: `e${index}`,
        topics: topics(),
        conflicts: Array.from({ length: 12 }, (__, judge) => `j${judge}`).filter(
          () => below(8) === 0,
        ),
      })),
      judges: Array.from({ length: 12 }, (_, index) => ({
        id: `j${index}`,
        max: 9 + below(6),
        topics: topics(),
        organisation: below(2) === 0 ? `o${below(5)}` : undefined,
      })),
      perEntry: 3,
      seed,
    };
  });

function expectAdmissible(problem: AssignmentProblem, pairs: readonly JudgeOnEntry[]): void {
  const judgeById = new Map(problem.judges.map((judge) => [judge.id, judge]));
  for (const { id, conflicts = [] } of problem.entries) {
    const judges = pairs.filter(({ entry }) => entry === id).map(({ judge }) => judge);
    expect(new Set(judges).size).toBe(problem.perEntry);
    expect(judges.filter((judge) => conflicts.includes(judge))).toEqual([]);
    const organisations = judges.flatMap((judge) => judgeById.get(judge)!.organisation ?? []);
    expect(new Set(organisations).size).toBe(organisations.length);
  }
  for (const { id, max } of problem.judges) {
    expect(pairs.filter(({ judge }) => judge === id).length).toBeLessThanOrEqual(max);
  }
}

function keys(pairs: readonly JudgeOnEntry[]): string[] {
  return pairs.map(({ entry, judge }) => `${entry}:${judge}`);
}
