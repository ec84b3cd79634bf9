import { rangesOf } from './computations.js';
import { type BandUnit, unitText } from './find-band.js';
import { fraction } from './fraction.js';
import { hundredthsText } from './points.js';
import type { Band, Scoring } from './scoring.js';

/** What the next better range asks for: `least` is the edge to reach, `most` the edge not to pass. */
export interface NextBand {
  readonly bound: 'least' | 'most';
  readonly edge: string;
  readonly unit: BandUnit;
  readonly points: string;
}

/**
 * The nearest range that gives more than `points`, of a computation with ranges; null at the top and
 * for computations without ranges.
 * @param points hundredths of a point reached now
 */
export function nextBand(scoring: Scoring, points: number): NextBand | null {
  const ranges = rangesOf(scoring);
  if (!ranges) return null;
  const { unit, closed } = ranges;
  const better = ranges.bands
    .filter((band) => band.points > points && !band.ineligible)
    .toSorted((one, other) => one.points - other.points)[0];
  if (!better) return null;
  const [bound, edge] = edgeOf(better, closed);
  if (edge === undefined) return null;
  return {
    bound,
    edge: unitText(fraction(edge), unit),
    unit,
    points: hundredthsText(better.points),
  };
}

function edgeOf({ low, high }: Band, closed: 'low' | 'high') {
  return closed === 'high' ? (['most', high] as const) : (['least', low] as const);
}
