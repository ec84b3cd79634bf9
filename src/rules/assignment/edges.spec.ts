import { RuleError } from '../rule-error.js';
import { assignJudges } from './assign-judges.js';
import type { AssignmentPlan, AssignmentProblem } from './assignment-problem.js';
import { compareAssignments } from './compare-assignments.js';
import { JsonValue } from './json-value.js';
import { parseAssignmentProblem } from './parse-problem.js';
import { seededRandom } from './seeded-random.js';

const people = (...ids: string[]) => ids.map((id) => ({ id, max: 9 }));
const named = (...ids: string[]) => ids.map((id) => ({ id }));

function plan(problem: AssignmentProblem): AssignmentPlan {
  const result = assignJudges(problem);
  if ('infeasible' in result) throw new Error(JSON.stringify(result));
  return result;
}

describe('the least problems', () => {
  it('one application of one judge who takes one', () => {
    expect(
      plan({ entries: named('a'), judges: [{ id: 'p', max: 1 }], perEntry: 1, seed: 0 }),
    ).toEqual({
      assignments: [{ entry: 'a', judge: 'p' }],
      load: { p: 1 },
      connected: true,
      objective: 0,
      bound: 0,
    });
  });

  it('a judge who takes nothing is no contradiction', () => {
    const judges = [...people('p'), { id: 'q', max: 0 }];
    expect(plan({ entries: named('a', 'b'), judges, perEntry: 1, seed: 0 }).load).toEqual({
      p: 2,
      q: 0,
    });
  });

  it('existing work that fills every place and every maximum is the plan', () => {
    const existing = [
      { entry: 'a', judge: 'p' },
      { entry: 'a', judge: 'q' },
      { entry: 'b', judge: 'q' },
      { entry: 'b', judge: 'r' },
    ];
    const judges = [
      { id: 'p', max: 1, organisation: '甲' },
      { id: 'q', max: 2, organisation: '' },
      { id: 'r', max: 1, organisation: '甲' },
      { id: 's', max: 9 },
    ];
    const { assignments, load } = plan({
      entries: named('a', 'b'),
      judges,
      perEntry: 2,
      seed: 0,
      existing,
    });
    expect([assignments, load]).toEqual([existing, { p: 1, q: 2, r: 1, s: 0 }]);
  });

  it('a topic named twice is shared once', () => {
    const result = plan({
      entries: [{ id: 'a', topics: ['x', 'x', 'y'] }],
      judges: [{ id: 'p', max: 1, topics: ['x', 'x', 'z'] }],
      perEntry: 1,
      seed: 0,
    });
    expect([result.objective, result.bound]).toEqual([1, 1]);
  });
});

describe('no assignment is tried', () => {
  it.each<[Partial<AssignmentProblem>, string, Record<string, string | number>]>([
    [{ perEntry: 0 }, 'assignment.perEntryInvalid', { value: '0' }],
    [{ perEntry: NaN }, 'assignment.perEntryInvalid', { value: 'NaN' }],
    [{ seed: 0.5 }, 'assignment.seedInvalid', { value: '0.5' }],
    [{ judges: [{ id: 'p', max: 1.5 }] }, 'assignment.maxInvalid', { judge: 'p', value: '1.5' }],
    [
      { judges: [{ id: 'p', max: 2 ** 40 }], perEntry: 2 ** 40 },
      'assignment.tooLarge',
      { places: 2 ** 40 },
    ],
  ])('with %j', (change, code, variables) => {
    const sound = { entries: named('a'), judges: people('p'), perEntry: 1, seed: 1 };
    expect(() => assignJudges({ ...sound, ...change })).toThrow(new RuleError(code, variables));
  });
});

describe('a refusal', () => {
  it('counts what is missing and names the applications as they came', () => {
    const result = assignJudges({
      entries: [
        { id: 'z', conflicts: ['q', 'r'] },
        { id: 'm' },
        { id: 'a', conflicts: ['p', 'q', 'r'] },
      ],
      judges: people('p', 'q', 'r'),
      perEntry: 3,
      seed: 4,
    });
    if (!('infeasible' in result)) throw new Error('feasible');
    expect(result.missing).toBe(2 + 3);
    expect(result.infeasible.map(({ entry, missing }) => [entry, missing])).toEqual([
      ['z', 2],
      ['a', 3],
    ]);
  });

  it('names all who hold full judges through others, in their order', () => {
    const result = assignJudges({
      entries: [
        { id: 'd', conflicts: ['q'] },
        { id: 'c', conflicts: ['q'] },
        { id: 'b' },
        { id: 'a', conflicts: ['p'] },
      ],
      judges: [
        { id: 'p', max: 2 },
        { id: 'q', max: 1 },
      ],
      perEntry: 1,
      seed: 4,
    });
    if (!('infeasible' in result)) throw new Error('feasible');
    const [{ variables, competing, missing }] = result.infeasible as [
      (typeof result.infeasible)[number],
    ];
    expect([result.infeasible.length, missing, variables.judges, variables.places]).toEqual([
      1, 1, 2, 3,
    ]);
    expect([variables.entries, competing]).toEqual([4, ['d', 'c', 'b', 'a']]);
  });
});

it('a lot of the seed gives every judge a chance, and reaches both ends of a shuffle', () => {
  const random = seededRandom('lot');
  const first = new Set(Array.from({ length: 60 }, () => random.shuffle(['a', 'b', 'c'])[0]));
  const last = new Set(Array.from({ length: 60 }, () => random.shuffle(['a', 'b', 'c'])[2]));
  expect([first.size, last.size]).toEqual([3, 3]);
  const numbers = Array.from({ length: 200 }, () => random.below(4));
  expect(new Set(numbers)).toEqual(new Set([0, 1, 2, 3]));
  expect(random.shuffle(['a', 'b', 'c']).toSorted()).toEqual(['a', 'b', 'c']);
});

it('two empty assignments differ by nothing', () => {
  expect(compareAssignments([], [])).toEqual({ kept: 0, added: [], withdrawn: [] });
});

describe('a value of a file', () => {
  it('is read as what it is', () => {
    const value = new JsonValue({ on: false, seed: '一', none: null, texts: ['x'] }, '');
    expect(value.field('on').boolean()).toBe(false);
    expect(value.field('seed').numberOrText()).toBe('一');
    expect(value.optional('none')).toBeUndefined();
    expect(value.optional('toString')).toBeUndefined();
    expect(value.field('texts').texts()).toEqual(['x']);
  });

  it.each<[string, (value: JsonValue) => unknown, string, string]>([
    ['null', (value) => value.optional('x'), 'object', '$'],
    ['"text"', (value) => value.optional('x'), 'object', '$'],
    ['{"x":[]}', (value) => value.field('x').field('y'), 'object', 'x'],
    ['{"x":{}}', (value) => value.field('x').field('y'), 'missing', 'x.y'],
    ['{"x":0}', (value) => value.field('x').boolean(), 'boolean', 'x'],
    ['{"x":true}', (value) => value.field('x').numberOrText(), 'text', 'x'],
    ['{"x":true}', (value) => value.field('x').number(), 'number', 'x'],
    ['{"x":{}}', (value) => value.field('x').texts(), 'list', 'x'],
  ])('%s is refused where it is something else', (json, read, expected, path) => {
    expect(() => read(new JsonValue(JSON.parse(json), ''))).toThrow(
      new RuleError(`assignment.input.${expected}`, { path }),
    );
  });

  it('reads the judges and what is given out', () => {
    expect(
      parseAssignmentProblem({
        entries: [{ id: 'a' }],
        judges: [{ id: 'p', max: 2 }],
        perEntry: 1,
        seed: 'x',
        existing: [{ entry: 'a', judge: 'p' }],
      }),
    ).toEqual({
      entries: [{ id: 'a', conflicts: [], topics: [] }],
      judges: [{ id: 'p', max: 2, topics: [], organisation: undefined }],
      perEntry: 1,
      seed: 'x',
      existing: [{ entry: 'a', judge: 'p' }],
    });
  });
});
