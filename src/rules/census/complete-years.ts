export interface YearOfReturns {
  readonly year: number;
  readonly returns: number;
}

/**
 * The years of which at least half as many merchants reported as in the fullest one, newest first. A year
 * that has only begun to come in is none of them, so that nobody reads a fall into missing returns.
 */
export function completeYears<Y extends YearOfReturns>(years: readonly Y[]): readonly Y[] {
  const most = Math.max(0, ...years.map(({ returns }) => returns));
  return years
    .filter(({ returns }) => returns * 2 >= most)
    .toSorted((one, other) => other.year - one.year);
}
