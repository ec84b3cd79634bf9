import { commentRequired } from '../../src/rules/scoring/judge-sheet.js';
import type { Indicator } from '../../src/rules/scoring/indicator.js';
import type { Dice } from './dice.js';

/** How much a judge departs from the panel: severity moves every score, spread scatters them. */
export interface Leaning {
  readonly severity: number;
  readonly spread: number;
}

/** Nine judges between mild and strict, as shares of an indicator's weight. */
export const LEANINGS: readonly Leaning[] = [
  { severity: 0, spread: 0.03 },
  { severity: 0.02, spread: 0.03 },
  { severity: -0.03, spread: 0.04 },
  { severity: 0.01, spread: 0.03 },
  { severity: -0.01, spread: 0.05 },
  { severity: 0.03, spread: 0.03 },
  { severity: -0.02, spread: 0.03 },
  { severity: 0, spread: 0.04 },
  { severity: 0.015, spread: 0.03 },
];

export interface Scored {
  readonly scores: Record<string, number>;
  readonly comments: Record<string, string>;
  readonly total: number | null;
}

/**
 * A judge's points on the half-point grid around the application's merit.
 * @param merits share of the weight each indicator deserves, by code
 * @param count how many indicators are scored so far
 */
export function scoreBy(
  dice: Dice,
  indicators: readonly Indicator[],
  merits: Readonly<Record<string, number>>,
  { severity, spread }: Leaning,
  count = indicators.length,
): Scored {
  const scores: Record<string, number> = {};
  const comments: Record<string, string> = {};
  for (const indicator of indicators.slice(0, count)) {
    const { code, weight } = indicator;
    const share = merits[code]! + severity + spread * dice.bell();
    const points = Math.round((weight * Math.max(0, Math.min(1, share))) / 50) * 50;
    scores[code] = points;
    if (commentRequired(indicator, points)) {
      comments[code] = points === weight ? dice.pick(FULL) : dice.pick(THIN);
    } else if (dice.chance(0.15)) comments[code] = dice.pick(PLAIN);
  }
  const complete = count >= indicators.length;
  const total = Object.values(scores).reduce((sum, points) => sum + points, 0);
  return { scores, comments, total: complete ? total : null };
}

/** What each indicator of an application deserves: its quality, better here and worse there. */
export function meritsOf(
  dice: Dice,
  indicators: readonly Indicator[],
  quality: number,
): Record<string, number> {
  return Object.fromEntries(
    indicators.map(({ code }) => [
      code,
      Math.max(0.2, Math.min(0.99, quality + 0.06 * dice.bell())),
    ]),
  );
}

const FULL = [
  '佐证齐全，名单和时间可以逐项核对，做法已被同行借鉴。',
  '做法有特色，前后数据对比清楚，值得在全市推广。',
];
const THIN = [
  '仅有文字说明，缺少名单和原始记录，难以核实成效。',
  '材料只反映个别事项，没有持续开展的依据。',
];
const PLAIN = ['材料比较完整，部分数据口径还可以更清楚。', '做法可行，建议补充量化的效果对比。'];
