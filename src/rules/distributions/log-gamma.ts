const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
const LARGE = 12;

/** log Γ(x) for x > 0: Stirling's series (DLMF 5.11.1) after the recurrence has made x large. */
export function logGamma(x: number): number {
  let product = 1;
  let large = x;
  for (; large < LARGE; large += 1) product *= large;
  const inverse = 1 / large;
  const series = STIRLING.reduceRight((sum, term) => sum * inverse * inverse + term, 0) * inverse;
  return (
    (large - 0.5) * Math.log(large) -
    large +
    0.5 * Math.log(2 * Math.PI) +
    series -
    Math.log(product)
  );
}
