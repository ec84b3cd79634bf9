/**
 * Quarter of the field in which a value lies, 1 the best: the share of the field that is strictly
 * better, in steps of a quarter, so that equal values share a quarter.
 * @param field every value of the field, the value itself included
 */
export function quartileOf(value: number, field: readonly number[]): 1 | 2 | 3 | 4 {
  const better = field.filter((other) => other > value).length;
  const quarter = Math.floor((better * 4) / Math.max(1, field.length));
  return (Math.min(3, quarter) + 1) as 1 | 2 | 3 | 4;
}
