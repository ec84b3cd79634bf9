import { assignJudges } from './assign-judges.js';
import { type AssignmentChoice, type RoundFacts, roundProblem } from './round-problem.js';

const seat = (number: number, more: Partial<RoundFacts['seats'][number]> = {}) => ({
  id: `s${number}`,
  number,
  alternate: number > 100,
  declared: true,
  organisation: '',
  topics: [],
  ...more,
});
const on = (number: number, applicationId: string) => ({ seatId: `s${number}`, applicationId });
const sheet = (number: number, applicationId: string, begun: boolean, voided = false) => ({
  ...on(number, applicationId),
  begun,
  voided,
});
const facts: RoundFacts = {
  roundId: 'round',
  applications: ['a', 'b', 'c'].map((id) => ({ id, number: `G${id}`, topics: [] })),
  seats: [seat(1), seat(2), seat(3), seat(4), seat(101)],
  barred: [],
  sheets: [],
  assigned: [],
  perApplication: null,
};
const choice: AssignmentChoice = {
  perEntry: 2,
  seed: 's',
  keep: false,
  limit: null,
  limits: {},
};
const problemOf = (more: Partial<RoundFacts>, chosen: Partial<AssignmentChoice> = {}) =>
  roundProblem({ ...facts, ...more }, { ...choice, ...chosen });
const kept = (...args: Parameters<typeof problemOf>) =>
  problemOf(...args).existing.map(({ entry, judge }) => entry + judge);

describe('an application whose sheets are begun', () => {
  const begun = [sheet(2, 'a', true), sheet(3, 'a', true)];

  it.each([
    ['as many as are wanted and no others', begun, true],
    ['and a member’s that is not begun', [...begun, sheet(4, 'a', false)], true],
    ['and an alternate’s that is not begun: a re-score', [...begun, sheet(101, 'a', false)], false],
    ['and one that fell', [...begun, sheet(4, 'a', true, true)], true],
    ['and an alternate’s that fell', [...begun, sheet(101, 'a', false, true)], true],
    ['and one more begun', [...begun, sheet(4, 'a', true)], false],
  ])('%s', (_, sheets, open) => {
    const { entries, settled } = problemOf({ sheets });
    expect(entries.some(({ application }) => application === 'a')).toBe(open);
    expect(settled.length > 0).toBe(!open);
  });

  it('keeps what stands of it, and not what fell', () => {
    const sheets = [...begun, sheet(4, 'a', true), sheet(1, 'a', true, true)];
    expect(problemOf({ sheets }).settled.map(({ judge }) => judge)).toEqual(['2', '3', '4']);
  });
});

describe('a judge', () => {
  it('with a begun sheet stays, even with a limit of nothing', () => {
    const { judges, existing } = problemOf(
      { sheets: [sheet(2, 'a', true)] },
      { limits: { s2: 0, s3: 0 } },
    );
    expect(judges.map(({ id, max }) => [id, max])).toEqual([
      ['1', 3],
      ['2', 0],
      ['4', 3],
    ]);
    expect(existing).toEqual([{ entry: 'Ga', judge: '2' }]);
  });

  it('who stands in takes what is begun, and nothing for what fell', () => {
    const alternates = (sheets: RoundFacts['sheets']) =>
      problemOf({ sheets })
        .judges.filter(({ id }) => id === '101')
        .map(({ max }) => max);
    expect(alternates([sheet(101, 'a', true)])).toEqual([1]);
    expect(alternates([sheet(101, 'a', true), sheet(101, 'b', true)])).toEqual([2]);
    expect(alternates([sheet(101, 'a', true, true)])).toEqual([]);
    expect(alternates([sheet(101, 'a', false)])).toEqual([]);
  });
});

describe('what is assigned stays when the office adjusts', () => {
  it('as far as there are places, by the seat', () => {
    const three = { sheets: [sheet(3, 'b', true)], assigned: [on(3, 'b'), on(2, 'b')] };
    expect(kept(three, { keep: true })).toEqual(['Gb2', 'Gb3']);
    const four = { ...three, assigned: [on(2, 'b'), on(4, 'b')] };
    expect(kept(four, { keep: true })).toEqual(['Gb3']);
  });

  it('up to the limit of a judge', () => {
    const assigned = ['a', 'b', 'c'].map((id) => on(2, id));
    expect(kept({ assigned }, { keep: true, limit: 2 })).toEqual(['Ga2', 'Gb2']);
    expect(kept({ assigned }, { keep: true, limit: 3 })).toEqual(['Ga2', 'Gb2', 'Gc2']);
  });

  it('but not with a judge who has not declared', () => {
    const seats = [seat(1), seat(2, { declared: false }), seat(3)];
    expect(kept({ seats, assigned: [on(2, 'a'), on(3, 'a')] }, { keep: true })).toEqual(['Ga3']);
  });
});

describe('the best assignment', () => {
  it('evens out loads that stay below those of the others', () => {
    // Six applications only c can judge; of the two others a knows both, and takes one.
    const entries = [
      ...['e1', 'e2'].map((id) => ({ id, topics: ['x'], conflicts: ['c'] })),
      ...['f1', 'f2', 'f3', 'f4', 'f5', 'f6'].map((id) => ({ id, conflicts: ['a', 'b'] })),
    ];
    const judges = [
      { id: 'a', max: 9, topics: ['x'] },
      { id: 'b', max: 9 },
      { id: 'c', max: 9 },
    ];
    expect(assignJudges({ entries, judges, perEntry: 1, seed: 1 })).toMatchObject({
      load: { a: 1, b: 1, c: 6 },
      objective: 1,
      bound: 1,
    });
  });

  it('is joined by the pairs of those who work, however many stand idle', () => {
    const about = (topic: string, ids: string[]) => ids.map((id) => ({ id, topics: [topic] }));
    const judge = (id: string, max: number, topics: string[] = []) => ({ id, max, topics });
    const result = assignJudges({
      entries: [...about('x', ['a', 'b', 'c']), ...about('y', ['d', 'e', 'f'])],
      judges: [
        ...['p', 'q'].map((id) => judge(id, 3, ['x'])),
        ...['r', 's'].map((id) => judge(id, 3, ['y'])),
        ...['i1', 'i2', 'i3', 'i4'].map((id) => judge(id, 0)),
      ],
      perEntry: 2,
      seed: 5,
    });
    expect(result).toMatchObject({ connected: true, objective: 10, bound: 12 });
  });
});
