import { RuleError } from '../rule-error.js';
import type { DrawAlternate, DrawRecord } from './draw-record.js';

/**
 * R3: who takes a vacated seat, the first alternate in order who is still available and leaves no
 * field below its minimum. Nobody means R6, a redraw (`redrawPanel`).
 *
 * @param members experts in the other seats at present, replacements included
 * @param unavailable alternates already seated, recused or declined
 */
export function nextAlternate(
  record: DrawRecord,
  members: readonly string[],
  unavailable: readonly string[],
): DrawAlternate | undefined {
  const fieldOf = new Map(record.candidates.map(({ id, field }) => [id, field]));
  const unknown = members.find((member) => !fieldOf.has(member));
  if (unknown !== undefined) throw new RuleError('draw.carryOverUnknown', { expert: unknown });
  return record.alternates.find(({ expert }) => {
    if (unavailable.includes(expert) || members.includes(expert)) return false;
    const panel = [...members, expert];
    // Seats still empty after this one may yet make up what a field lacks.
    const vacant = record.terms.panelSize - panel.length;
    const lacking = record.terms.fields.reduce((sum, { field, minimum }) => {
      const present = panel.filter((member) => fieldOf.get(member) === field).length;
      return sum + Math.max(0, minimum - present);
    }, 0);
    return lacking <= vacant;
  });
}
