import {
  binomialUpperTail,
  chiSquareUpperTail,
  fCumulative,
  fQuantile,
  normalUpperTail,
  studentTwoSided,
  studentUpperTail,
} from './tails.js';

/** Reference values: R 4.2.2 (pnorm, pchisq, pt, pbinom, pf, qf). */
describe('tails of distributions', () => {
  it.each<[string, () => number, number]>([
    ['normal 1.96', () => normalUpperTail(1.96), 2.499789514822043e-2],
    ['normal 6', () => normalUpperTail(6), 9.865876450376981e-10],
    ['normal −1.96', () => normalUpperTail(-1.96), 1 - 2.499789514822043e-2],
    ['chi-square 80 on 10', () => chiSquareUpperTail(80, 10), 5.020464318829135e-13],
    ['chi-square 15 on 5', () => chiSquareUpperTail(15, 5), 1.036233791578643e-2],
    ['chi-square 900 on 1000', () => chiSquareUpperTail(900, 1000), 0.9892827619087102],
    ['t 12 on 20', () => studentTwoSided(12, 20), 1.359555702588068e-10],
    ['t 2.5 on 7', () => studentTwoSided(2.5, 7), 4.099221858575287e-2],
    ['t 0.001 on 3', () => studentTwoSided(1e-3, 3), 0.9992648949694609],
    ['t −2.5 on 7', () => studentUpperTail(-2.5, 7), 1 - 4.099221858575287e-2 / 2],
    ['binomial ≥ 8 of 20 at 0.1', () => binomialUpperTail(8, 20, 0.1), 4.156350188454767e-4],
    ['binomial ≥ 0', () => binomialUpperTail(0, 20, 0.1), 1],
    ['F 3.7 on 5, 18', () => fCumulative(3.7, 5, 18), 1 - 0.01769196470220876],
    ['97.5 % of F on 5, 18', () => fQuantile(0.975, 5, 18), 3.381967805875243],
    ['97.5 % of F on 18, 5', () => fQuantile(0.975, 18, 5), 6.361883204654352],
    ['97.5 % of F on 5, 4.7', () => fQuantile(0.975, 5, 4.7), 7.6527193324844],
    ['97.5 % of F on 1127, 15778', () => fQuantile(0.975, 1127, 1127 * 14), 1.087514273086806],
    ['normal 0', () => normalUpperTail(0), 0.5],
    ['chi-square 0 on 5', () => chiSquareUpperTail(0, 5), 1],
    ['chi-square below 0', () => chiSquareUpperTail(-1, 5), 1],
    ['t 0 on 7, both sides', () => studentTwoSided(0, 7), 1],
    ['t 0 on 7', () => studentUpperTail(0, 7), 0.5],
    ['t 2.5 on 7, one side', () => studentUpperTail(2.5, 7), 4.099221858575287e-2 / 2],
    ['binomial ≥ −1', () => binomialUpperTail(-1, 20, 0.1), 1],
    ['F below 0', () => 1 + fCumulative(-1, 5, 18), 1],
    ['F 0', () => 1 + fCumulative(0, 5, 18), 1],
    ['F beyond all figures', () => fCumulative(1e300, 5, 18), 1],
    ['2.5 % of F on 2, 7.3', () => fQuantile(0.025, 2, 7.3), 0.02540581839925752],
  ])('%s', (_, actual, expected) => {
    expect(Math.abs(actual() / expected - 1)).toBeLessThan(1e-11);
  });
});
