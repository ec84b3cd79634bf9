import { type AssignmentModel, assignmentModel } from './assignment-model.js';
import type { AssignmentPlan, AssignmentProblem, AssignmentRefusal } from './assignment-problem.js';
import { checkProblem } from './check-problem.js';
import { connectParts } from './connect-parts.js';
import type { ExchangeGraph } from './exchange-graph.js';
import { explainShortage } from './explain-shortage.js';
import { type FilledPlaces, fillPlaces } from './fill-places.js';
import { matchBound } from './match-bound.js';
import { partsOf } from './parts-of.js';

/**
 * Gives every application `perEntry` judges. Never: a judge in conflict, two judges of one
 * organisation on one application, a judge above his maximum, or a change to existing work. Among
 * what is left the assignment is best in this order:
 *
 * 1. loads as even as possible (least sum of squares: they differ by at most one, except where
 *    maximum, conflicts, organisations or existing work force more);
 * 2. a connected judge–application graph, so that severity can be told from merit: among even loads,
 *    or where these leave parts that share no judge, at the least additional unevenness (`connected`
 *    is false when there are too few pairs, or the bounded search finds none);
 * 3. `objective`: topics shared by application and judge, summed over all pairs, at its most;
 * 4. by lot, from the seed. The order of the input has no influence.
 *
 * `bound` is the most `objective` could be with loads as even and no rule 2, proved by duality
 * (`matchBound`): equal values mean that no topic was given up for a connected graph. When places
 * cannot be filled nothing is assigned and the applications are named. Throws a `RuleError` for input
 * that contradicts itself.
 */
export function assignJudges(problem: AssignmentProblem): AssignmentPlan | AssignmentRefusal {
  checkProblem(problem);
  const model = assignmentModel(problem);
  const filled = fillPlaces(model);
  if (filled.graph.seated.some((seated) => seated < model.perEntry)) {
    return explainShortage(problem, filled.graph);
  }
  const graph = connectParts(filled.graph);
  return {
    assignments: pairsInInputOrder(problem, model, graph),
    load: loads(problem, model, graph),
    connected: partsOf(graph).count <= 1,
    objective: graph.match(),
    bound: matchBound(boundingFill(filled, graph)),
  };
}

/** Where the graph could only be connected with less even loads, the bound is that of these loads. */
function boundingFill(filled: FilledPlaces, graph: ExchangeGraph): FilledPlaces {
  const [before, after] = [filled.graph, graph].map(({ held }) =>
    held.reduce((sum, entries) => sum + entries.length ** 2, 0),
  );
  if (before === after) return filled;
  const capacity = Int32Array.from(graph.held, (entries) => entries.length);
  return fillPlaces({ ...filled.graph.model, capacity });
}

function pairsInInputOrder(
  problem: AssignmentProblem,
  model: AssignmentModel,
  graph: ExchangeGraph,
): AssignmentPlan['assignments'] {
  const entryIndex = new Map(model.entries.map(({ id }, index) => [id, index]));
  return problem.entries.flatMap(({ id }) =>
    graph
      .judgesOf(entryIndex.get(id)!)
      .map((judge) => model.judges[judge]!.id)
      .toSorted()
      .map((judge) => ({ entry: id, judge })),
  );
}

function loads(
  problem: AssignmentProblem,
  model: AssignmentModel,
  graph: ExchangeGraph,
): AssignmentPlan['load'] {
  const judgeIndex = new Map(model.judges.map(({ id }, index) => [id, index]));
  return Object.fromEntries(
    problem.judges.map(({ id }) => [id, graph.load(judgeIndex.get(id)!)] as const),
  );
}
