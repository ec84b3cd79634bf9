/**
 * Whole parts that sum to `total` exactly: each its minimum and, of the rest, its share by weight;
 * what rounding leaves goes one by one to the first parts with a weight.
 *
 * @throws Error when the minimums alone are more than the total
 */
export function partition(
  total: number,
  weights: readonly number[],
  minimums: readonly number[] = weights.map(() => 0),
): number[] {
  const rest = total - minimums.reduce((sum, minimum) => sum + minimum, 0);
  if (rest < 0) throw new Error(`minimums exceed the total of ${total} by ${-rest}`);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.map((weight, i) => minimums[i]! + Math.floor((rest * weight) / sum));
  let left = total - parts.reduce((all, part) => all + part, 0);
  for (let i = 0; left > 0; i = (i + 1) % parts.length) {
    if (weights[i]! > 0) {
      parts[i]! += 1;
      left -= 1;
    }
  }
  return parts;
}
