import { type AssignmentModel, assignmentModel } from './assignment-model.js';
import type { AssignmentPlan, AssignmentProblem, AssignmentRefusal } from './assignment-problem.js';
import { checkProblem } from './check-problem.js';
import { connectParts } from './connect-parts.js';
import type { ExchangeGraph } from './exchange-graph.js';
import { explainShortage } from './explain-shortage.js';
import { fillPlaces } from './fill-places.js';
import { matchBound } from './match-bound.js';
import { partsOf } from './parts-of.js';

/**
 * Gives every application `perEntry` judges. Never: a judge in conflict, two judges of one
 * organisation on one application, a judge above his maximum, or a change to existing work. Among
 * what is left the assignment is best in this order:
 *
 * 1. loads as even as possible (least sum of squares: they differ by at most one, except where
 *    maximum, conflicts or existing work force more);
 * 2. connected judge–application graph, so that severity can be told from merit (where the even
 *    loads allow one and the bounded search finds it; `connected` says so);
 * 3. `objective`: topics shared by application and judge, summed over all pairs, at its most;
 * 4. by lot, from the seed. The order of the input has no influence.
 *
 * `bound` is the most `objective` could be without rule 2, proved by duality (`matchBound`): equal
 * values mean that nothing was lost. When places cannot be filled nothing is assigned and the
 * applications are named. Throws a `RuleError` for input that contradicts itself.
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
    bound: matchBound(filled),
  };
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
