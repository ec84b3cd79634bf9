import type { Indicator } from '../../../src/rules/scoring/indicator.js';
import type { RatingTable } from '../../../src/rules/scoring/rule-set.js';
import type { RuleText } from '../../../src/rules/scoring/rule-text.js';
import { stepsDown, stepsUp } from './band-kit.js';
import type { Calibration } from './calibration.js';
import { checked, computed, hundredths, sumOf, text, tick } from './indicator-kit.js';

const FIVE_POINT_PLATFORMS = [
  'taobao',
  'tmall',
  '1688',
  'jd',
  'pinduoduo',
  'douyin',
  'kuaishou',
  'channels',
  'weidian',
  'crossBorder',
];

/**
 * All rated platforms start on the five-point scale of the rubric; a platform with another scale gets its
 * own row of `scales` when the office has confirmed it. Own sites and unlisted platforms issue no rating.
 */
export const RATINGS: RatingTable = {
  scales: [{ code: 'fivePoint', edges: [485, 480, 470, 460] }],
  map: FIVE_POINT_PLATFORMS.flatMap((platform) =>
    ['description', 'service', 'logistics'].map((metric) => ({
      platform,
      metric,
      scale: 'fivePoint',
    })),
  ),
  unratedPlatforms: ['own', 'other'],
};

/** Level points as the rubric prints them for each weight: G5 itself, × 6/7 for Y9, × 4/7 for N13. */
export function shopRating(code: string, weight: number, levels: readonly number[]): Indicator {
  const name = text('店铺服务评分', 'Shop service rating');
  return computed(code, name, weight, { kind: 'ratings', levelPoints: levels.map(hundredths) });
}

export function goodRate(code: string, name: RuleText, points: readonly number[]): Indicator {
  const [best = 0, ...rest] = points;
  const edges = [99, 98, 97, 95];
  const bands = stepsDown(
    edges.map((edge, i) => [edge, [best, ...rest][i] ?? 0] as const),
    'hundredths',
  );
  const scoring = { kind: 'shopRate', rate: 'goodRatePct', skipUnratedPlatforms: true } as const;
  return computed(code, name, best, { ...scoring, bands });
}

export function complaints(code: string): Indicator {
  return computed(code, text('纠纷与投诉', 'Disputes and complaints'), 6, {
    kind: 'complaints',
    perOrders: 10_000,
    bands: stepsUp([
      [0, 6],
      [0.5, 5],
      [1, 3.5],
      [3, 1.5],
    ]),
    unansweredPenalty: hundredths(1),
  });
}

export function licenceDisplay(
  code: string,
  { licence, permits, returns, complaints: channel }: Calibration['wording']['display'],
  name: RuleText,
): Indicator {
  return checked(
    code,
    name,
    4,
    sumOf(4, [
      tick(`${code}.licence`, licence, 1),
      tick(`${code}.permits`, permits, 1),
      tick(`${code}.returns`, returns, 1),
      tick(`${code}.complaints`, channel, 1),
    ]),
  );
}
