import { RuleError } from '../rule-error.js';
import { type Computed, type InputValue, missing, note } from './computed.js';
import type { Figures, ShopFigures, ShopRating } from './figures.js';
import { exactly, findBand, inBand, unitText } from './find-band.js';
import { type Fraction, divide, fraction, multiply, roundHalfUp, sum } from './fraction.js';
import { hundredthsText } from './points.js';
import type { RatingTable } from './rule-set.js';
import type { RatingScoring, ShopRateScoring } from './scoring.js';
import {
  type Computation,
  type ScoringRules,
  copiedBands,
  highest,
  hundredthsAt,
} from './computation.js';
import { shopNeed } from './needed-figure.js';

/** A rate of all shops together. */
export const byShopRate: Computation<ShopRateScoring> = {
  compute: scoreShopRate,
  needs: ({ rate, skipUnratedPlatforms }, { ratings, shops }) =>
    shops
      .filter(({ platform }) => !skipUnratedPlatforms || isRated(platform, ratings))
      .flatMap(({ id }) => [shopNeed(id, rate, 'percent'), shopNeed(id, 'orders', 'count')]),
  most: highest,
  edges: { unit: () => 'percent', closed: () => 'low' },
  copied: copiedBands,
};

/** What customers of the platforms say. */
export const byRatings: Computation<RatingScoring> = {
  compute: scoreRatings,
  needs: (_, { ratings, shops }) =>
    shops
      .filter(({ platform }) => isRated(platform, ratings))
      .flatMap(({ id, platform }) => [
        ...ratings.map
          .filter((mapping) => mapping.platform === platform)
          .map(({ metric }) => shopNeed(id, `rating.${metric}`, 'rating')),
        shopNeed(id, 'ratedOn', 'day'),
        shopNeed(id, 'netWan', 'wan'),
      ]),
  most: ({ levelPoints }) => Math.max(0, ...levelPoints),
  numbers: ({ levelPoints }) =>
    levelPoints.map((points, i) => hundredthsAt(`levelPoints.${i}`, points, 'levelPoints')),
  lines: ({ levelPoints }) =>
    levelPoints.map((points, i) => ({
      text: { key: 'level', variables: { level: i + 1 } },
      points,
    })),
  copied: (scoring, to) => ({ ...scoring, levelPoints: scoring.levelPoints.map(to.points) }),
};

/** Mean of the shops' rates weighted by orders (rule C15), kept exact up to the band. */
function scoreShopRate(
  scoring: ShopRateScoring,
  figures: Figures,
  { ratings }: ScoringRules,
): Computed {
  const shops = scoring.skipUnratedPlatforms ? ratedShops(figures, ratings) : figures.shops;
  const inputs = shops.map((shop): InputValue => {
    const rate = shop[scoring.rate];
    const value = rate === null ? null : hundredthsText(rate);
    return { figure: `scoring.figure.${scoring.rate}`, value, shop: shop.shop };
  });
  const rows = shops.filter(({ orders }) => orders !== 0);
  if (rows.length === 0 || rows.some((s) => s.orders === null || s[scoring.rate] === null)) {
    return missing(inputs);
  }
  const value = weightedMean(
    rows.map((shop) => ({ value: fraction(shop[scoring.rate] ?? 0), weight: shop.orders ?? 0 })),
  );
  const band = findBand(scoring.bands, 'low', exactly(value));
  const notes = rows.length > 1 ? [note('weightedByOrders', { shops: rows.length })] : [];
  return inBand(band, 'low', 'percent', unitText(value, 'percent'), inputs, notes);
}

/**
 * Each rating becomes band points through its platform's scale, a shop's metrics are averaged, and shops
 * are weighted by net sales; one half-up rounding at the end (rules C14, C15). A shop without a mapped
 * rating counts with zero, unless its platform issues none.
 */
function scoreRatings(
  scoring: RatingScoring,
  figures: Figures,
  { ratings }: ScoringRules,
): Computed {
  const shops = ratedShops(figures, ratings);
  const inputs = shops.flatMap(ratingInputs);
  if (shops.every((shop) => mappedRatings(shop, ratings).length === 0)) return missing(inputs);
  const rows = shops.map((shop) => ({
    value: shopPoints(shop, scoring, ratings),
    weight: shop.netWan ?? 0,
  }));
  const notes = shops.map((shop, i) =>
    note('shopRating', {
      shop: shop.shop,
      points: unitText(rows[i]?.value ?? fraction(0), 'ratio'),
      sales: hundredthsText(shop.netWan ?? 0),
    }),
  );
  const points = Number(roundHalfUp(weightedMean(rows)));
  return { points, inputs, band: null, notes };
}

/** The level of a raw rating, 0 being the best; null when its platform and metric are not mapped. */
function ratingLevel(platform: string, rating: ShopRating, ratings: RatingTable): number | null {
  const mapping = ratings.map.find((m) => m.platform === platform && m.metric === rating.metric);
  if (!mapping) return null;
  const scale = ratings.scales.find(({ code }) => code === mapping.scale);
  if (!scale) throw new RuleError('scoring.error.unknownScale', { scale: mapping.scale });
  const level = scale.edges.findIndex((edge) => rating.value >= edge);
  return level === -1 ? scale.edges.length : level;
}

function ratedShops(figures: Figures, ratings: RatingTable): readonly ShopFigures[] {
  return figures.shops.filter(({ platform }) => isRated(platform, ratings));
}

function isRated(platform: string, { unratedPlatforms }: RatingTable): boolean {
  return !unratedPlatforms.includes(platform);
}

function mappedRatings(shop: ShopFigures, ratings: RatingTable): readonly number[] {
  return shop.ratings
    .map((rating) => ratingLevel(shop.platform, rating, ratings))
    .filter((level) => level !== null);
}

function shopPoints(shop: ShopFigures, scoring: RatingScoring, ratings: RatingTable): Fraction {
  const levels = mappedRatings(shop, ratings);
  if (levels.length === 0) return fraction(0);
  const total = levels.reduce((points, level) => points + (scoring.levelPoints[level] ?? 0), 0);
  return fraction(total, levels.length);
}

interface Weighted {
  readonly value: Fraction;
  readonly weight: number;
}

/** Without any weight the rows count alike. */
function weightedMean(rows: readonly Weighted[]): Fraction {
  const total = rows.reduce((weights, { weight }) => weights + weight, 0);
  if (total === 0) return divide(sum(rows.map(({ value }) => value)), fraction(rows.length));
  const products = rows.map(({ value, weight }) => multiply(value, fraction(weight)));
  return divide(sum(products), fraction(total));
}

function ratingInputs(shop: ShopFigures): readonly InputValue[] {
  if (shop.ratings.length === 0) {
    return [{ figure: 'scoring.figure.ratings', value: null, shop: shop.shop }];
  }
  return shop.ratings.map((rating) => ({
    figure: `scoring.rating.${rating.metric}`,
    value: hundredthsText(rating.value),
    shop: shop.shop,
  }));
}
