import { BARRED, KEPT, OPEN, assignmentModel } from './assignment-model.js';
import { evenLevel, loadPrice, lowestBelowLevel } from './even-level.js';
import { ExchangeGraph } from './exchange-graph.js';
import { partsOf } from './parts-of.js';

describe('a problem as numbers', () => {
  const model = assignmentModel({
    entries: [
      { id: 'a', topics: ['x', 'y'] },
      { id: 'b', topics: ['x'], conflicts: ['p'] },
    ],
    judges: [
      { id: 'p', max: 9, topics: ['x'], organisation: 'one' },
      { id: 'q', max: 1, topics: ['x', 'y'] },
      { id: 'r', max: 2, organisation: 'one' },
    ],
    perEntry: 2,
    seed: 5,
    existing: [{ entry: 'a', judge: 'r' }],
  });
  const entry = (id: string) => model.entries.findIndex((one) => one.id === id);
  const judge = (id: string) => model.judges.findIndex((one) => one.id === id);
  const at = (pair: string) => entry(pair[0]!) * 3 + judge(pair[1]!);

  it('weighs a topic above all tie-breaks, and a load above all topics', () => {
    // Four places of 1,024 tie-breaks each; two topics at most in each of them.
    expect(model.matchUnit).toBe(4 * 1024 + 1);
    expect(model.loadUnit).toBe((4 * 3 + 1) * 4097);
    expect(model.level).toBe(0);
  });

  it.each([
    ['ap', 1],
    ['aq', 2],
    ['ar', 0],
    ['bp', 1],
    ['bq', 1],
    ['br', 0],
  ])('counts the topics of %s: %i', (pair, topics) => {
    const tieBreak = model.cost[at(pair)]! + topics * 4097;
    expect(tieBreak).toBeGreaterThanOrEqual(0);
    expect(tieBreak).toBeLessThan(1024);
  });

  it('knows what is barred, what is kept, and what a judge can take at most', () => {
    expect(['ap', 'aq', 'ar', 'bp', 'bq', 'br'].map((pair) => model.status[at(pair)])).toEqual([
      OPEN,
      OPEN,
      KEPT,
      BARRED,
      OPEN,
      OPEN,
    ]);
    expect(['p', 'q', 'r'].map((id) => model.capacity[judge(id)])).toEqual([1, 1, 2]);
  });

  it('gives the judges of one organisation one number and each other as colleagues', () => {
    const numbers = ['p', 'q', 'r'].map((id) => model.organisation[judge(id)]);
    expect([numbers[0] === numbers[2], numbers[0] === numbers[1]]).toEqual([true, false]);
    const colleagues = ['p', 'q', 'r'].map((id) =>
      model.colleagues[judge(id)]!.map((one) => model.judges[one]!.id).toSorted(),
    );
    expect(colleagues).toEqual([['p', 'r'], ['q'], ['p', 'r']]);
  });

  it.each([
    // 2 · 10,001 · 10,001 · 10,240,001 is below 2⁵¹; with 12,000 only 64 tie-breaks are left.
    [10_000, 10_000 * 1024 + 1],
    [12_000, 12_000 * 64 + 1],
  ])('of %i applications stays exact', (count, unit) => {
    const large = assignmentModel({
      entries: Array.from({ length: count }, (_, number) => ({ id: `e${number}` })),
      judges: [{ id: 'p', max: count }],
      perEntry: 1,
      seed: 1,
    });
    expect([large.matchUnit, large.loadUnit]).toEqual([unit, (count + 1) * unit]);
  });
});

describe('the level that all loads reach', () => {
  const level = (capacity: number[], entryCount: number, perEntry: number, kept: number[] = []) => {
    const entries = Array.from({ length: entryCount }, (_, at) => ({ id: `e${at}` }));
    const judges = capacity.map((max, at) => ({ id: `j${at}`, max }));
    const existing = kept.flatMap((count, at) =>
      entries.slice(0, count).map(({ id }) => ({ entry: id, judge: `j${at}` })),
    );
    return evenLevel(assignmentModel({ entries, judges, perEntry, seed: 1, existing }));
  };

  it.each<[number[], number, number, number[], number]>([
    // Eight places: 2 + 2 + 2 fit, 3 + 3 + 3 do not.
    [[4, 4, 4], 4, 2, [], 2],
    // Ten: 1 + 4 + 4 fit, 1 + 5 + 5 do not.
    [[1, 9, 9], 5, 2, [], 4],
    // Six are exactly 2 + 2 + 2.
    [[4, 4, 4], 3, 2, [], 2],
    // Four, three of them taken: 3 + 1 fit, 3 + 2 do not.
    [[4, 4], 4, 1, [3], 1],
    [[1, 1], 1, 1, [], 0],
    // Nobody takes more than there are applications.
    [[9, 9], 2, 9, [], 2],
  ])('maxima %j for %i applications of %i judges, %j kept: %i', (...row) => {
    const [capacity, entries, perEntry, kept, expected] = row;
    expect(level(capacity, entries, perEntry, kept)).toBe(expected);
  });

  it('costs nothing up to it, and two units more for each load above', () => {
    const model = { level: 2, loadUnit: 10 } as never;
    expect([0, 1, 2, 3, 4].map((load) => loadPrice(model, load))).toEqual([0, 0, 20, 40, 60]);
  });

  it.each([
    [[1, 2, 1], 1],
    [[2, 2, 1], undefined],
    [[0, 1, 1], 0],
    [[2, 3, 0], 0],
  ])('is not reached by the lowest of %j: %s', (loads, lowest) => {
    const model = { level: 2, capacity: Int32Array.of(3, 3, 1) } as never;
    expect(lowestBelowLevel(model, loads)).toBe(lowest);
  });
});

it('judges are in one part whom applications tie together, directly or through others', () => {
  const pairs = ['ap', 'aq', 'bq', 'br', 'cs', 'ct'].map(([entry, judge]) => ({
    entry: entry!,
    judge: judge!,
  }));
  const model = assignmentModel({
    entries: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
    judges: ['p', 'q', 'r', 's', 't', 'u'].map((id) => ({ id, max: 9 })),
    perEntry: 2,
    seed: 3,
    existing: pairs,
  });
  const { count, part } = partsOf(ExchangeGraph.of(model));
  const of = (id: string) => part[model.judges.findIndex((one) => one.id === id)];
  expect(count).toBe(2);
  expect([of('p') === of('q'), of('q') === of('r'), of('s') === of('t')]).toEqual([
    true,
    true,
    true,
  ]);
  expect(of('p')).not.toBe(of('s'));
  expect([of('u') === of('p'), of('u') === of('s')]).toEqual([false, false]);
});
