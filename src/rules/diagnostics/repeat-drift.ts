type Points = Readonly<Record<string, number>>;

/** One file scored twice by one judge, in hundredths of a point by indicator. */
export interface ScoredTwice {
  readonly earlier: Points;
  readonly later: Points;
}

/** In hundredths of a point; of a handful of values, so a hint and no finding. */
export interface RepeatDrift {
  /** Indicators scored both times. */
  readonly count: number;
  /** Above 0 where the later points are higher. */
  readonly mean: number;
  /** How far the two are apart, whichever is higher. */
  readonly meanAbsolute: number;
}

/**
 * Mean and mean absolute difference of repeated measurements by one observer (J. M. Bland and D. G. Altman,
 * “Statistical methods for assessing agreement between two methods of clinical measurement”, The Lancet 327,
 * 1986, on repeatability). Limits of agreement are left out: five indicators of one file carry none.
 *
 * @returns null where nothing was scored both times
 */
export function repeatDrift({ earlier, later }: ScoredTwice): RepeatDrift | null {
  return driftOf(Object.keys(earlier).flatMap((code) => difference({ earlier, later }, code)));
}

/** The same over several judges, one indicator at a time. */
export function driftByIndicator(
  codes: readonly string[],
  twice: readonly ScoredTwice[],
): readonly (RepeatDrift & { readonly code: string })[] {
  return codes.flatMap((code) => {
    const drift = driftOf(twice.flatMap((one) => difference(one, code)));
    return drift ? [{ code, ...drift }] : [];
  });
}

function difference({ earlier, later }: ScoredTwice, code: string): number[] {
  const [before, after] = [earlier[code], later[code]];
  return before === undefined || after === undefined ? [] : [after - before];
}

function driftOf(differences: readonly number[]): RepeatDrift | null {
  const count = differences.length;
  if (count === 0) return null;
  const mean = differences.reduce((sum, one) => sum + one, 0) / count;
  const meanAbsolute = differences.reduce((sum, one) => sum + Math.abs(one), 0) / count;
  return { count, mean, meanAbsolute };
}
