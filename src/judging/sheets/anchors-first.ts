import { Refusal } from '../../rules/refusal.js';

/** The files of a material round open for a judge when the anchors of the category are done. */
export function anchorsFirst(count: number): Refusal {
  return new Refusal('judging.anchor.first', { count }, null, 'conflict');
}
