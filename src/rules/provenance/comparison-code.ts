/**
 * The beginning of a hash in groups of four, for two people who compare by eye or over the telephone.
 * What is confirmed is the whole hash; the code only lets them see that both look at the same one.
 */
export function comparisonCode(hash: string): string {
  return hash
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?!$)/g, '$1-');
}
