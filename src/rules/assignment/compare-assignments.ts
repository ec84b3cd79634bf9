import { type SeatOnApplication, pairKey } from '../rounds/sheet-assignment.js';

export interface AssignmentDifference {
  readonly kept: number;
  readonly added: readonly SeatOnApplication[];
  readonly withdrawn: readonly SeatOnApplication[];
}

/** What a planned assignment changes in the present one. */
export function compareAssignments(
  present: readonly SeatOnApplication[],
  planned: readonly SeatOnApplication[],
): AssignmentDifference {
  const before = new Set(present.map(pairKey));
  const after = new Set(planned.map(pairKey));
  const added = planned.filter((pair) => !before.has(pairKey(pair)));
  return {
    kept: planned.length - added.length,
    added,
    withdrawn: present.filter((pair) => !after.has(pairKey(pair))),
  };
}
