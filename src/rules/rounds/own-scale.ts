import { HALF_POINT } from '../scoring/anchor-points.js';

/** What a judge has given to one application for an indicator, in hundredths of a point. */
export interface OwnScore {
  readonly sheetId: string;
  readonly number: string;
  readonly points: number;
}

export interface ScaleMark {
  readonly points: number;
  /** How many other applications have got these points. */
  readonly others: number;
  readonly here: boolean;
}

/** Every step of an indicator's scale from nothing to its weight, with a judge's own scores on it. */
export function ownScale(
  weight: number,
  others: readonly OwnScore[],
  here: number | undefined,
): readonly ScaleMark[] {
  return Array.from({ length: weight / HALF_POINT + 1 }, (_, at) => {
    const points = at * HALF_POINT;
    return {
      points,
      others: others.filter((one) => one.points === points).length,
      here: points === here,
    };
  });
}

/** The other applications whose points are closest to these; of equal ones by their number. */
export function nearestScores(
  others: readonly OwnScore[],
  points: number,
  most: number,
): readonly OwnScore[] {
  const away = (one: OwnScore) => Math.abs(one.points - points);
  return others
    .toSorted((a, b) => away(a) - away(b) || (a.number < b.number ? -1 : 1))
    .slice(0, most);
}
