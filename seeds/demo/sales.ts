import type { Dice } from './dice.js';
import { partition } from './partition.js';

/** Net online retail sales of the city (12.3亿元 and 7.4亿元) and people at work, from the survey of 2012. */
const CITY_SALES_2012 = 123_000_00;
const CITY_SALES_2011 = 74_000_00;
const CITY_STAFF = 20_640;
/** Merchants with 100万元 or more in 2012; together they hold nearly all of the city's sales. */
const LARGE = 1_006;
const MILLION = 100_00;

/** Sales in 万元 of the applicants of 2013, in their order: 24 of G, 18 of Y, 18 of N. */
const APPLICANTS_2012 = [
  3210, 3080, 3015, 820, 640, 520, 460, 410, 380, 350, 330, 310, 300, 280, 260, 240, 220, 200, 180,
  165, 150, 140, 130, 120, 330, 260, 210, 180, 160, 140, 125, 110, 105, 96, 90, 84, 78, 72, 68, 62,
  57, 53, 360, 270, 220, 190, 165, 145, 130, 115, 104, 98, 92, 86, 80, 75, 70, 66, 61, 55,
];
export const PAST_COUNTS = { G: 24, Y: 18, N: 18 } as const;

/** Net sales of 2012 by merchant in hundredths of 万元; they sum to the city's exactly. */
export function salesOf2012(dice: Dice, count: number): number[] {
  const applicants = APPLICANTS_2012.map((wan, i) => wan * 100 + ((i * 37) % 100));
  const large = LARGE - applicants.filter((sales) => sales >= MILLION).length;
  const small = count - applicants.length - large;
  const rest = CITY_SALES_2012 - applicants.reduce((sum, sales) => sum + sales, 0);
  const spare = rest - large * MILLION;
  const smallTotal = Math.min(small * 12_00, Math.floor(spare * 0.6));
  const heavy = (length: number) =>
    Array.from({ length }, () => -Math.log(1 - dice.real(0, 0.98)) + 0.05);
  const largeParts = partition(
    rest - smallTotal,
    heavy(large),
    Array.from({ length: large }, () => MILLION),
  );
  // A small merchant stays below the line whatever its weight.
  const smallParts = partition(smallTotal, heavy(small)).map((part) => Math.min(part, MILLION - 1));
  const cut = smallTotal - smallParts.reduce((sum, part) => sum + part, 0);
  largeParts[0]! += cut;
  return [...applicants, ...dice.shuffled([...largeParts, ...smallParts])];
}

/** Net sales of 2011; about one merchant in twelve had not begun. Applicants always had. */
export function salesOf2011(dice: Dice, sales2012: readonly number[]): number[] {
  const weights = sales2012.map((sales, i) =>
    i >= APPLICANTS_2012.length && dice.chance(0.08) ? 0 : Math.max(1, sales * dice.real(0.6, 1.3)),
  );
  return partition(CITY_SALES_2011, weights);
}

/** People at work by merchant; applicants, the first 131, employ more than others. */
export function staffNumbers(dice: Dice, count: number): number[] {
  return partition(
    CITY_STAFF,
    Array.from({ length: count }, (_, i) => (i < 131 ? dice.real(1.2, 6) : dice.real(0.2, 2))),
    Array.from({ length: count }, () => (count > 2_000 ? 1 : 2)),
  );
}

/** Net sales in 万元 of an applicant of today, by category: a long tail above the entry condition. */
const TODAY = { G: [560, 12_500], Y: [230, 2_600], N: [240, 3_600] } as const;

/** Hundredths of 万元 for the last full year; other merchants follow the tail of small ones. */
export function salesOfToday(dice: Dice, category: 'G' | 'Y' | 'N' | null): number {
  const [low, high] = category ? TODAY[category] : [40, 2_000];
  return Math.round(low * 100 * (high / low) ** (dice.real(0, 1) ** (category ? 1 : 2)));
}
