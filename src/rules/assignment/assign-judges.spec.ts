import { RuleError } from '../rule-error.js';
import { assignJudges } from './assign-judges.js';
import type { AssignmentPlan, AssignmentProblem, AssignmentRefusal } from './assignment-problem.js';

const judge = (id: string, max: number, topics: string[] = [], organisation?: string) => ({
  id,
  max,
  topics,
  organisation,
});

const about = (topic: string, ids: string[]) => ids.map((id) => ({ id, topics: [topic] }));

function plan(problem: AssignmentProblem): AssignmentPlan {
  const result = assignJudges(problem);
  if ('infeasible' in result) throw new Error(JSON.stringify(result));
  return result;
}

function refusal(problem: AssignmentProblem): AssignmentRefusal {
  const result = assignJudges(problem);
  if (!('infeasible' in result)) throw new Error('expected a refusal');
  return result;
}

function fault(problem: AssignmentProblem): unknown {
  try {
    assignJudges(problem);
  } catch (error) {
    if (error instanceof RuleError) return { code: error.code, ...error.variables };
    throw error;
  }
  throw new Error('expected a RuleError');
}

describe('assigning judges to applications', () => {
  it('gives each application the judge who knows its topic', () => {
    const result = plan({
      entries: [
        { id: '茶叶', topics: ['农产品'], conflicts: [] },
        { id: '箱包', topics: ['轻工', '直播'], conflicts: [] },
      ],
      judges: [judge('甲', 1, ['轻工', '直播']), judge('乙', 1, ['农产品'])],
      perEntry: 1,
      seed: 1,
    });
    expect(result).toEqual({
      assignments: [
        { entry: '茶叶', judge: '乙' },
        { entry: '箱包', judge: '甲' },
      ],
      load: { 甲: 1, 乙: 1 },
      connected: false,
      objective: 3,
      bound: 3,
    });
  });

  it('prefers even loads to better topics', () => {
    const entries = ['a', 'b', 'c', 'd'].map((id) => ({ id, topics: ['x'] }));
    const judges = [judge('p', 4, ['x']), judge('q', 4)];
    const result = plan({ entries, judges, perEntry: 1, seed: 7 });
    expect(result.load).toEqual({ p: 2, q: 2 });
    expect(result.objective).toBe(2);
  });

  it('lets loads differ by more than one only where a maximum forces it', () => {
    const entries = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
    const judges = [judge('p', 1), judge('q', 9), judge('r', 9)];
    const { load } = plan({ entries, judges, perEntry: 2, seed: 3 });
    expect(load['p']).toBe(1);
    expect(new Set([load['q'], load['r']])).toEqual(new Set([4, 5]));
  });

  it('never puts two judges of one organisation on one application', () => {
    const result = plan({
      entries: [{ id: 'a', topics: ['x'] }],
      judges: [judge('p', 1, ['x'], '学院'), judge('q', 1, ['x'], '学院'), judge('r', 1)],
      perEntry: 2,
      seed: 1,
    });
    expect(result.assignments.map((pair) => pair.judge)).toContain('r');
    expect(result.objective).toBe(1);
  });

  it('joins two groups of topics at the price of two matches, and prints the bound beside it', () => {
    const result = plan({
      entries: [...about('x', ['a', 'b', 'c']), ...about('y', ['d', 'e', 'f'])],
      judges: ['p', 'q']
        .map((id) => judge(id, 3, ['x']))
        .concat(['r', 's'].map((id) => judge(id, 3, ['y']))),
      perEntry: 2,
      seed: 5,
    });
    expect(result).toMatchObject({ connected: true, objective: 10, bound: 12 });
    expect(result.load).toEqual({ p: 3, q: 3, r: 3, s: 3 });
  });

  it('lets one load grow where conflicts would otherwise part the judges into two camps', () => {
    const result = plan({
      entries: [
        ...['a', 'b', 'c', 'd'].map((id) => ({ id, conflicts: ['r', 's', 't'] })),
        ...['e', 'f', 'g', 'h'].map((id) => ({ id })),
      ],
      judges: ['p', 'q', 'r', 's', 't'].map((id) => judge(id, 8)),
      perEntry: 2,
      seed: 1,
    });
    expect(result.connected).toBe(true);
    const loads = Object.values(result.load).toSorted((left, right) => left - right);
    expect(loads).toEqual([2, 2, 3, 4, 5]);
  });

  it('keeps existing work and fills only the open places', () => {
    const existing = [
      { entry: 'a', judge: 'r' },
      { entry: 'b', judge: 'r' },
    ];
    const entries = ['a', 'b', 'c'].map((id) => ({ id, topics: ['x'] }));
    const judges = [judge('p', 3, ['x']), judge('q', 3, ['x']), judge('r', 3)];
    const result = plan({ entries, judges, perEntry: 2, seed: 2, existing });
    expect(result.assignments).toEqual(expect.arrayContaining(existing));
    expect(result.load).toEqual({ p: 2, q: 2, r: 2 });
    expect(result.objective).toBe(4);
  });

  it('gives another lot for another seed, the same for the same, whatever the input order', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `e${index}`);
    const judges = ['p', 'q', 'r', 's'].map((id) => judge(id, 9));
    const of = (seed: number | string, entries: string[]) =>
      plan({ entries: entries.map((id) => ({ id })), judges, perEntry: 2, seed })
        .assignments.map((pair) => `${pair.entry}${pair.judge}`)
        .toSorted();
    expect(of(1, ids)).toEqual(of(1, ids.toReversed()));
    expect(of(1, ids)).not.toEqual(of(2, ids));
    expect(of('2024年第一轮', ids)).toEqual(of('2024年第一轮', ids));
  });
});

describe('an infeasible assignment', () => {
  it('names the application with too few judges free of conflicts', () => {
    const entries = [{ id: 'a', conflicts: ['p', 'q'] }, { id: 'b' }];
    const judges = ['p', 'q', 'r'].map((id) => judge(id, 2));
    expect(refusal({ entries, judges, perEntry: 2, seed: 1 })).toEqual({
      missing: 1,
      infeasible: [
        {
          entry: 'a',
          missing: 1,
          code: 'assignment.shortage.eligible',
          variables: { entry: 'a', eligible: 1, needed: 2 },
          competing: [],
        },
      ],
    });
  });

  it('counts judges of one organisation once', () => {
    const judges = ['p', 'q'].map((id) => judge(id, 2, [], '学院'));
    expect(
      refusal({ entries: [{ id: 'a' }], judges, perEntry: 2, seed: 1 }).infeasible,
    ).toMatchObject([
      { entry: 'a', code: 'assignment.shortage.eligible', variables: { eligible: 1 } },
    ]);
  });

  it('names the applications that compete for judges who are full', () => {
    const entries = [
      { id: 'a', conflicts: ['r'] },
      { id: 'b', conflicts: ['r'] },
      { id: 'c', conflicts: ['p'] },
    ];
    const judges = [judge('p', 1), judge('r', 3)];
    const { infeasible, missing } = refusal({ entries, judges, perEntry: 1, seed: 1 });
    expect(missing).toBe(1);
    expect(infeasible).toHaveLength(1);
    expect(['a', 'b']).toContain(infeasible[0]!.entry);
    expect(infeasible[0]).toMatchObject({
      code: 'assignment.shortage.capacity',
      variables: { missing: 1, judges: 1, places: 1, entries: 2 },
      competing: ['a', 'b'],
    });
  });
});

describe('a contradictory assignment problem', () => {
  const sound: AssignmentProblem = {
    entries: [{ id: 'a', conflicts: ['q'] }, { id: 'b' }],
    judges: [judge('p', 1, [], '学院'), judge('q', 2), judge('r', 2, [], '学院')],
    perEntry: 2,
    seed: 1,
  };
  const existing = (...pairs: [string, string][]) => ({
    ...sound,
    existing: pairs.map(([entry, by]) => ({ entry, judge: by })),
  });

  it.each([
    [{ ...sound, entries: [] }, { code: 'assignment.noEntries' }],
    [{ ...sound, judges: [] }, { code: 'assignment.noJudges' }],
    [
      { ...sound, perEntry: 1.5 },
      { code: 'assignment.perEntryInvalid', value: '1.5' },
    ],
    [
      { ...sound, seed: NaN },
      { code: 'assignment.seedInvalid', value: 'NaN' },
    ],
    [
      { ...sound, entries: [{ id: 'a' }, { id: 'a' }] },
      { code: 'assignment.entryRepeated', entry: 'a' },
    ],
    [
      { ...sound, judges: [judge('p', 1), judge('p', 1)] },
      { code: 'assignment.judgeRepeated', judge: 'p' },
    ],
    [
      { ...sound, judges: [judge('q', -1)] },
      { code: 'assignment.maxInvalid', judge: 'q', value: '-1' },
    ],
    [
      { ...sound, entries: [{ id: 'a', conflicts: ['z'] }] },
      { code: 'assignment.conflictUnknownJudge', entry: 'a', judge: 'z' },
    ],
    [existing(['z', 'p']), { code: 'assignment.existingUnknownEntry', entry: 'z', judge: 'p' }],
    [existing(['a', 'z']), { code: 'assignment.existingUnknownJudge', entry: 'a', judge: 'z' }],
    [existing(['a', 'q']), { code: 'assignment.existingConflict', entry: 'a', judge: 'q' }],
    [
      existing(['b', 'q'], ['b', 'q']),
      { code: 'assignment.existingRepeated', entry: 'b', judge: 'q' },
    ],
    [
      existing(['b', 'p'], ['b', 'r']),
      {
        code: 'assignment.existingOrganisation',
        entry: 'b',
        judge: 'r',
        organisation: '学院',
      },
    ],
    [
      { ...existing(['b', 'p'], ['b', 'q']), perEntry: 1 },
      { code: 'assignment.existingTooMany', entry: 'b', perEntry: 1 },
    ],
    [existing(['a', 'p'], ['b', 'p']), { code: 'assignment.existingOverMax', judge: 'p', max: 1 }],
  ])('is refused: %#', (problem, expected) => {
    expect(fault(problem)).toEqual(expected);
  });
});
