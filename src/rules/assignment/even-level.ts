import { type AssignmentModel, KEPT } from './assignment-model.js';

/**
 * The load every judge reaches when all places are shared out evenly between existing work and
 * maximum: some judges get one more, none two more.
 */
export function evenLevel(model: AssignmentModel): number {
  const { capacity, entries, judges, perEntry, status } = model;
  const existing = new Int32Array(judges.length);
  for (let cell = 0; cell < status.length; cell += 1) {
    if (status[cell] === KEPT) existing[cell % judges.length]! += 1;
  }
  const placesAt = (level: number): number =>
    capacity.reduce(
      (sum, most, judge) => sum + Math.min(Math.max(level, existing[judge]!), most),
      0,
    );
  let level = 0;
  while (level < entries.length && placesAt(level + 1) <= entries.length * perEntry) level += 1;
  return level;
}

/** Cost of a judge's next application when he has `load`; nothing up to the model's level. */
export function loadPrice(model: AssignmentModel, load: number): number {
  return 2 * Math.max(0, load + 1 - model.level) * model.loadUnit;
}

/**
 * The lowest load that is under the model's level without being at its maximum. While there is none
 * the free loads up to the level have changed nothing: with all places filled, these prices and those
 * of the sum of squares differ by a constant where every load reaches the level, and are never
 * dearer elsewhere, so the cheapest assignment is the same.
 */
export function lowestBelowLevel(
  { capacity, level }: AssignmentModel,
  loads: readonly number[],
): number | undefined {
  const below = loads.filter((load, judge) => load < Math.min(level, capacity[judge]!));
  return below.length === 0 ? undefined : Math.min(...below);
}
