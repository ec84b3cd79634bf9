/**
 * P-values adjusted for the false discovery rate (Benjamini & Hochberg 1995): the smallest of
 * p₍ⱼ₎·m/j over j ≥ the value's own rank. A missing p-value stays null and does not count in m.
 */
export function adjustPValues(pValues: readonly (number | null)[]): readonly (number | null)[] {
  const descending = pValues
    .flatMap((value, index) => (value === null ? [] : [{ value, index }]))
    .sort((a, b) => b.value - a.value);
  const adjusted = pValues.map((): number | null => null);
  let least = 1;
  descending.forEach(({ value, index }, position) => {
    const rank = descending.length - position;
    least = Math.min(least, (value * descending.length) / rank);
    adjusted[index] = least;
  });
  return adjusted;
}
