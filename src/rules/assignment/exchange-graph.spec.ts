import { BARRED, KEPT, OPEN, assignmentModel } from './assignment-model.js';
import { loadPrice } from './even-level.js';
import { applyCycle, cheapestJoin } from './exchange-cycle.js';
import { ExchangeGraph, NOBODY } from './exchange-graph.js';
import { fillPlaces } from './fill-places.js';
import { partsOf } from './parts-of.js';
import { seededRandom } from './seeded-random.js';

function filled(lot: number, judgeCount: number) {
  const random = seededRandom(`graph ${lot}`);
  const topics = () => ['x', 'y', 'z'].filter(() => random.below(2) === 0);
  const judges = Array.from({ length: judgeCount }, (_, at) => ({
    id: `j${at}`,
    max: 4,
    topics: topics(),
    organisation: random.below(3) === 0 ? 'one' : undefined,
  }));
  const entries = Array.from({ length: 5 }, (_, at) => ({
    id: `e${at}`,
    topics: topics(),
    conflicts: judges.filter(() => random.below(6) === 0).map(({ id }) => id),
  }));
  const graph = ExchangeGraph.of(assignmentModel({ entries, judges, perEntry: 2, seed: lot }));
  for (let entry = 0; entry < 5; entry += 1) {
    for (const judge of random.shuffle(judges.map((_, at) => at))) {
      const load = graph.load(judge);
      if (graph.seated[entry] === 2 || load >= graph.model.capacity[judge]!) continue;
      if (graph.admits(entry, judge, NOBODY)) graph.seat(entry, judge);
    }
  }
  return { graph, random };
}

/** May the entry take the judge instead of another: by the rules, from the seats alone. */
function mayTake(graph: ExchangeGraph, entry: number, judge: number, leaving: number): boolean {
  const { judges, organisation } = graph.model;
  const others = graph.judgesOf(entry).filter((one) => one !== leaving);
  return (
    graph.status[entry * judges.length + judge] === OPEN &&
    judge !== leaving &&
    others.every((one) => organisation[one] !== organisation[judge])
  );
}

/** What handing on an application costs at least: every application of the giver tried. */
function expectExchanges(graph: ExchangeGraph): void {
  const { cost, judges } = graph.model;
  const size = judges.length;
  for (let from = 0; from < size; from += 1) {
    for (let to = 0; to < size; to += 1) {
      const changes = graph.held[from]!.filter(
        (entry) => graph.status[entry * size + from] !== KEPT,
      )
        .filter((entry) => mayTake(graph, entry, to, from))
        .map((entry) => cost[entry * size + to]! - cost[entry * size + from]!);
      expect(graph.weight[from * size + to]).toBe(Math.min(Infinity, ...changes));
      const carrier = graph.carrier[from * size + to]!;
      expect(carrier === NOBODY).toBe(changes.length === 0);
      if (carrier !== NOBODY) {
        expect(graph.held[from]).toContain(carrier);
        expect(cost[carrier * size + to]! - cost[carrier * size + from]!).toBe(
          Math.min(...changes),
        );
      }
    }
  }
}

it.each([1, 2, 3, 4, 5, 6])('knows the cheapest exchanges after every move: lot %i', (lot) => {
  const { graph, random } = filled(lot, 5);
  expectExchanges(graph);
  for (let step = 0; step < 25; step += 1) {
    const [from, to] = [random.below(5), random.below(5)];
    const entry = graph.carrier[from * 5 + to]!;
    if (entry === NOBODY) continue;
    const act = random.below(6);
    if (act === 0) graph.restrict(entry, from, KEPT);
    else if (act === 1) graph.restrict(entry, to, BARRED);
    else graph.exchange(entry, from, to);
    expectExchanges(graph);
    expect(graph.held.map((entries) => entries.length)).toEqual(
      graph.held.map((_, judge) => [...graph.seats].filter((seat) => seat === judge).length),
    );
  }
  expectExchanges(graph.copy());
});

it('a copy goes its own way', () => {
  const { graph } = filled(2, 5);
  const before = [...graph.seats];
  const copy = graph.copy();
  const arc = copy.carrier.findIndex((entry) => entry !== NOBODY);
  copy.exchange(copy.carrier[arc]!, Math.floor(arc / 5), arc % 5);
  expect([...graph.seats]).toEqual(before);
  expect([...copy.seats]).not.toEqual(before);
  expectExchanges(graph);
});

describe('the cheapest cycle that joins two parts', () => {
  /** Every way that visits no judge twice, from `at` to `end`: its cost and its steps. */
  function* ways(
    graph: ExchangeGraph,
    at: number,
    end: number,
    seen: readonly number[],
  ): Generator<[number, number]> {
    const size = graph.model.judges.length;
    if (at === end) {
      yield [0, 0];
      return;
    }
    for (let next = 0; next <= size; next += 1) {
      if (seen.includes(next)) continue;
      const step = arc(graph, at, next);
      if (step === Infinity) continue;
      for (const [cost, steps] of ways(graph, next, end, [...seen, next])) {
        yield [step + cost, steps + 1];
      }
    }
  }

  /** The last node is the sink: one load less here, one more there. */
  function arc(graph: ExchangeGraph, from: number, to: number): number {
    const { capacity, judges } = graph.model;
    const size = judges.length;
    if (from === size)
      return graph.load(to) > 0 ? -loadPrice(graph.model, graph.load(to) - 1) : Infinity;
    if (to < size) return graph.weight[from * size + to]!;
    const load = graph.load(from);
    return load < capacity[from]! ? loadPrice(graph.model, load) : Infinity;
  }

  /** Best pairs of a judge or two for each application: with one, no two judges are in one part. */
  function optimum(lot: number): ExchangeGraph {
    const random = seededRandom(`optimum ${lot}`);
    const topics = () => ['x', 'y'].filter(() => random.below(2) === 0);
    const judges = Array.from({ length: 4 }, (_, at) => ({
      id: `j${at}`,
      max: 2 + random.below(3),
      topics: topics(),
    }));
    const entries = Array.from({ length: 5 }, (_, at) => ({
      id: `e${at}`,
      topics: topics(),
      conflicts: judges.filter(() => random.below(8) === 0).map(({ id }) => id),
    }));
    return fillPlaces(assignmentModel({ entries, judges, perEntry: 1, seed: lot })).graph;
  }

  const value = (graph: ExchangeGraph) =>
    graph.pairCost() +
    graph.held.reduce(
      (sum, entries) =>
        sum + entries.reduce((all, _, load) => all + loadPrice(graph.model, load), 0),
      0,
    );

  it.each(Array.from({ length: 24 }, (_, lot) => lot))('is the best of all: lot %i', (lot) => {
    const graph = optimum(lot);
    const { part } = partsOf(graph);
    let [least, steps] = [Infinity, Infinity];
    for (let giver = 0; giver < 4; giver += 1) {
      for (let taker = 0; taker < 4; taker += 1) {
        const first = graph.weight[giver * 4 + taker]!;
        if (part[giver] === part[taker] || first === Infinity) continue;
        for (const [cost, more] of ways(graph, taker, giver, [taker])) {
          if (first + cost < least || (first + cost === least && more < steps)) {
            [least, steps] = [first + cost, more];
          }
        }
      }
    }
    const join = cheapestJoin(graph, part, Infinity);
    expect(least).toBeGreaterThanOrEqual(0);
    if (least === Infinity) {
      expect(join).toBeUndefined();
      return;
    }
    expect(join!.cost).toBe(least);
    expect(join!.judges).toHaveLength(steps + 2);
    expect([join!.judges[0] === join!.judges.at(-1)]).toEqual([true]);
    expect(part[join!.judges[0]!]).not.toBe(part[join!.joins.judge]);
    expect(cheapestJoin(graph, part, least - 1)).toBeUndefined();
    const before = value(graph);
    applyCycle(graph, join!);
    expect(value(graph) - before).toBe(least);
    expect(graph.judgesOf(join!.joins.entry)).toContain(join!.joins.judge);
  });
});
