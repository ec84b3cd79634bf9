import type { VerdictsOnFigures } from '../../../rules/scoring/derived-figures.js';
import { figuresOf } from '../../figures-of.js';
import type { ApplicationFile } from '../file/application-file.queries.js';

/** Claims and verdicts of a file, as the rules read them. */
export function verdictsOf({ figures, snapshot, head }: ApplicationFile): VerdictsOnFigures {
  const shops = snapshot.shops ?? [];
  return {
    claimed: figuresOf(figures, shops, 'claimed'),
    verified: figuresOf(figures, shops, 'verified'),
    corrections: head.correctionCount,
  };
}
