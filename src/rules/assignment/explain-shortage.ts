import type { AssignmentProblem, AssignmentRefusal, Shortage } from './assignment-problem.js';
import { type AssignmentModel, BARRED } from './assignment-model.js';
import { type ExchangeGraph, NOBODY } from './exchange-graph.js';

/**
 * Names every application that a fullest possible assignment leaves short: it has too few admissible
 * judges of different organisations, or all judges it could still have are at their maximum. The
 * judges it could reach through any chain of exchanges and the applications that hold them are the
 * minimum cut (Ford and Fulkerson 1956), so no other assignment would do better.
 */
export function explainShortage(
  problem: AssignmentProblem,
  graph: ExchangeGraph,
): AssignmentRefusal {
  const { model } = graph;
  const inputOrder = new Map(problem.entries.map(({ id }, index) => [id, index]));
  const short = model.entries
    .map((_, entry) => entry)
    .filter((entry) => graph.seated[entry]! < model.perEntry)
    .toSorted((left, right) => order(left) - order(right));
  const infeasible = short.map((entry) => shortage(graph, entry, order));
  return {
    missing: infeasible.reduce((missing, item) => missing + item.missing, 0),
    infeasible,
  };

  function order(entry: number): number {
    return inputOrder.get(model.entries[entry]!.id)!;
  }
}

function shortage(graph: ExchangeGraph, entry: number, order: (entry: number) => number): Shortage {
  const { model } = graph;
  const { id } = model.entries[entry]!;
  const missing = model.perEntry - graph.seated[entry]!;
  const eligible = eligibleOrganisations(model, entry);
  const needed = model.perEntry;
  if (eligible < needed) {
    return {
      entry: id,
      missing,
      code: 'assignment.shortage.eligible',
      variables: { entry: id, eligible, needed },
      competing: [],
    };
  }
  const full = reachableJudges(graph, entry);
  const competing = [...new Set([entry, ...full.flatMap((judge) => graph.held[judge]!)])];
  const places = full.reduce((sum, judge) => sum + model.capacity[judge]!, 0);
  return {
    entry: id,
    missing,
    code: 'assignment.shortage.capacity',
    variables: { entry: id, missing, judges: full.length, places, entries: competing.length },
    competing: competing
      .toSorted((left, right) => order(left) - order(right))
      .map((index) => model.entries[index]!.id),
  };
}

function eligibleOrganisations(
  { judges, organisation, status }: AssignmentModel,
  entry: number,
): number {
  const row = entry * judges.length;
  return new Set(organisation.filter((_, judge) => status[row + judge] !== BARRED)).size;
}

/** All of them are full; otherwise the place would have been filled. */
function reachableJudges(graph: ExchangeGraph, entry: number): number[] {
  const judgeCount = graph.model.judges.length;
  const reached = new Set<number>();
  for (let judge = 0; judge < judgeCount; judge += 1) {
    if (graph.admits(entry, judge, NOBODY)) reached.add(judge);
  }
  // A set's iteration also visits what is added while it runs.
  for (const from of reached) {
    for (let to = 0; to < judgeCount; to += 1) {
      if (graph.carrier[from * judgeCount + to] !== NOBODY) reached.add(to);
    }
  }
  return [...reached];
}
