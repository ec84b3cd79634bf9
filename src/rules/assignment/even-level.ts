import { type AssignmentModel, KEPT } from './assignment-model.js';

/**
 * The load every judge reaches when all places are shared out evenly between existing work and
 * maximum: some judges get one more, none two more.
 */
export function evenLevel(model: AssignmentModel): number {
  const existing = existingLoads(model);
  const places = model.entries.length * model.perEntry;
  let level = 0;
  while (level < model.entries.length && placesAt(model, existing, level + 1) <= places) level += 1;
  return level;
}

/** No loads have a smaller sum of squares than these, whatever the conflicts. */
export function isEven(model: AssignmentModel, loads: readonly number[]): boolean {
  const existing = existingLoads(model);
  return loads.every(
    (load, judge) =>
      load >= loadAt(model, existing, judge, model.level) &&
      load <= loadAt(model, existing, judge, model.level + 1),
  );
}

/** Cost of a judge's next application when he has `load`; nothing up to the even level. */
export function loadPrice(model: AssignmentModel, load: number): number {
  return 2 * Math.max(0, load + 1 - model.level) * model.loadUnit;
}

function existingLoads({ judges, status }: AssignmentModel): Int32Array {
  const existing = new Int32Array(judges.length);
  for (let cell = 0; cell < status.length; cell += 1) {
    if (status[cell] === KEPT) existing[cell % judges.length]! += 1;
  }
  return existing;
}

function placesAt(model: AssignmentModel, existing: Int32Array, level: number): number {
  return existing.reduce((places, _, judge) => places + loadAt(model, existing, judge, level), 0);
}

function loadAt(
  { capacity }: AssignmentModel,
  existing: Int32Array,
  judge: number,
  level: number,
): number {
  return Math.min(Math.max(level, existing[judge]!), capacity[judge]!);
}
