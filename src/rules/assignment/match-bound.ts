import { type AssignmentModel, BARRED, KEPT } from './assignment-model.js';
import { loadPrice } from './even-level.js';
import type { FilledPlaces } from './fill-places.js';

/**
 * The most topic matches any assignment with these balanced loads could have, connected or not, from
 * the Lagrangian dual of the flow (Geoffrion 1974): every application picks its judges at the judges'
 * dual prices, every judge picks a load. It looks at prices, not at the assignment, so it is an
 * independent proof: no assignment can exceed it, however the prices came about.
 */
export function matchBound({ graph, potential }: FilledPlaces): number {
  const { model } = graph;
  const sink = potential.at(-1)!;
  const price = Float64Array.from(model.judges, (_, judge) => sink - potential[judge]!);
  // Big integers, because the sum over all applications may leave the exact range of doubles.
  let leastCost = 0n;
  for (let entry = 0; entry < model.entries.length; entry += 1) {
    leastCost += BigInt(cheapestPlaces(model, entry, price));
  }
  for (let judge = 0; judge < price.length; judge += 1) {
    leastCost += BigInt(cheapestLoad(model, judge, price[judge]!));
    leastCost -= BigInt(loadCost(model, graph.load(judge)));
  }
  const matchUnit = BigInt(model.matchUnit);
  return Number(-leastCost / matchUnit) + (-leastCost % matchUnit > 0n ? 1 : 0);
}

/** Kept judges plus the cheapest others, one an organisation, at cost plus price. */
function cheapestPlaces(model: AssignmentModel, entry: number, price: Float64Array): number {
  const { cost, judges, organisation, perEntry, status } = model;
  const row = entry * judges.length;
  const taken = new Set<number>();
  let total = 0;
  const offers: { readonly judge: number; readonly cost: number }[] = [];
  for (let judge = 0; judge < judges.length; judge += 1) {
    const offer = cost[row + judge]! + price[judge]!;
    if (status[row + judge] === KEPT) {
      taken.add(organisation[judge]!);
      total += offer;
    } else if (status[row + judge] !== BARRED) offers.push({ judge, cost: offer });
  }
  offers.sort((left, right) => left.cost - right.cost);
  for (const { judge, cost: offer } of offers) {
    if (taken.size === perEntry) break;
    if (taken.has(organisation[judge]!)) continue;
    taken.add(organisation[judge]!);
    total += offer;
  }
  return total;
}

/** What the best load costs the judge, each application being paid its price. */
function cheapestLoad(model: AssignmentModel, judge: number, price: number): number {
  let cost = 0;
  for (let load = 0; load < model.capacity[judge]!; load += 1) {
    const step = loadPrice(model, load) - price;
    if (step >= 0) break;
    cost += step;
  }
  return cost;
}

function loadCost(model: AssignmentModel, load: number): number {
  let cost = 0;
  for (let step = 0; step < load; step += 1) cost += loadPrice(model, step);
  return cost;
}
