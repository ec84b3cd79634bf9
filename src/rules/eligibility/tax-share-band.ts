/** Fewer returns than this have no tails worth the name. */
const FEWEST = 20;

/**
 * 5th and 95th percentile (nearest rank) of tax paid ÷ net sales over the applications of a category,
 * both in one unit; null for fewer than twenty with both figures.
 */
export function taxShareBand(
  returns: readonly { readonly taxPaidWan: number | null; readonly netWan: number | null }[],
): { readonly low: number; readonly high: number } | null {
  const shares = returns
    .flatMap(({ taxPaidWan, netWan }) =>
      taxPaidWan !== null && netWan !== null && netWan > 0 ? [taxPaidWan / netWan] : [],
    )
    .toSorted((a, b) => a - b);
  if (shares.length < FEWEST) return null;
  const at = (percent: number) => shares[Math.ceil((percent * shares.length) / 100) - 1]!;
  return { low: at(5), high: at(95) };
}
