export interface RankProblem {
  readonly code: 'review.rank.taken' | 'review.rank.gap' | 'review.rank.quota';
  readonly variables: Readonly<Record<string, number>>;
}

/**
 * Why a rank cannot be signed now. Ranks of a division in a category are signed in order, so that
 * none is doubled and none is missing.
 * @param quota most recommendations of the division in the category, null when unlimited
 */
export function rankProblem(
  rank: number,
  signed: readonly (number | null)[],
  quota: number | null,
): RankProblem | null {
  if (signed.includes(rank)) return { code: 'review.rank.taken', variables: { rank } };
  if (quota !== null && signed.length >= quota) {
    return { code: 'review.rank.quota', variables: { quota } };
  }
  const next = signed.length + 1;
  return rank === next ? null : { code: 'review.rank.gap', variables: { rank, next } };
}
