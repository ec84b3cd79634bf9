import type { Figures } from './figures.js';

/**
 * Amounts whose verified value is more than 5 % below the claim (check X19, indicator G19); a claim that
 * was not accepted at all counts too. Exactly 5 % is still within the limit.
 */
export function reducedFigures(claimed: Figures, verified: Figures): readonly string[] {
  const accepted = new Map(Object.entries(verified.amounts));
  return Object.entries(claimed.amounts)
    .filter(([key, before]) => {
      const after = accepted.get(key) ?? 0;
      return before !== null && before > 0 && (before - after) * 20 > before;
    })
    .map(([key]) => key);
}
