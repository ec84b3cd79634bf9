import { NO_FIGURES, amounts, notesOf, pointsOf, shop } from './support.js';
import type { ShopFigures } from '../../src/rules/scoring/figures.js';

const shops = (...rows: ShopFigures[]) => ({ ...NO_FIGURES, shops: rows });
const rated = (value: number, values: Partial<ShopFigures> = {}) =>
  shop({ ratings: [{ metric: 'service', value }], ...values });

describe('shop ratings G5, Y9, N13', () => {
  it.each([
    [485, 7, 6, 4],
    [484, 6, 5.14, 3.43],
    [480, 6, 5.14, 3.43],
    [479, 4.5, 3.86, 2.57],
    [470, 4.5, 3.86, 2.57],
    [469, 2.5, 2.14, 1.43],
    [460, 2.5, 2.14, 1.43],
    [459, 0, 0, 0],
  ])('rating %d gives %d, %d and %d', (value, g5, y9, n13) => {
    expect(['G5', 'Y9', 'N13'].map((code) => pointsOf(code, shops(rated(value))))).toEqual([
      g5,
      y9,
      n13,
    ]);
  });

  it.each([700, 600, 450, 250, 0])('Y9 and N13 are %d × 6/7 and × 4/7, half-up', (points) => {
    const scaled = (by: number) => Math.floor((points * by * 2 + 7) / 14) / 100;
    const value = [485, 480, 470, 460, 459][[700, 600, 450, 250, 0].indexOf(points)] ?? 0;
    expect(pointsOf('Y9', shops(rated(value)))).toBe(scaled(6));
    expect(pointsOf('N13', shops(rated(value)))).toBe(scaled(4));
  });

  it('weights the band points of several shops by net sales, half-up once', () => {
    const both = shops(rated(490, { netWan: 10_000 }), rated(465, { shop: 'b', netWan: 20_000 }));
    expect(pointsOf('G5', both)).toBe(4);
    const thirds = shops(rated(490, { netWan: 1 }), rated(480, { shop: 'b', netWan: 2 }));
    expect(pointsOf('G5', thirds)).toBe(6.33);
  });

  it('averages the metrics of a shop as band points, never as raw ratings', () => {
    const ratings = ['description', 'service', 'logistics'].map((metric, i) => ({
      metric,
      value: [485, 480, 470][i] ?? 0,
    }));
    expect(pointsOf('G5', shops(shop({ ratings })))).toBe(5.83);
  });

  it('counts a shop without a rating as zero, but leaves out platforms that issue none', () => {
    const silent = shop({ shop: 'b', ratings: [] });
    expect(pointsOf('G5', shops(rated(490), silent))).toBe(3.5);
    expect(pointsOf('G5', shops(rated(490), { ...silent, platform: 'own' }))).toBe(7);
    expect(notesOf('G5', shops({ ...silent, platform: 'own' }))).toEqual(['scoring.note.missing']);
  });
});

describe('shop rates G6, N14, G8', () => {
  it.each([
    [9_900, 4, 2],
    [9_899, 3, 1.5],
    [9_800, 3, 1.5],
    [9_799, 2, 1],
    [9_700, 2, 1],
    [9_699, 1, 0.5],
    [9_500, 1, 0.5],
    [9_499, 0, 0],
  ])('good reviews %d give %d in G and %d in N', (goodRatePct, g6, n14) => {
    const figures = shops(shop({ goodRatePct }));
    expect([pointsOf('G6', figures), pointsOf('N14', figures)]).toEqual([g6, n14]);
  });

  it.each([
    [9_900, 4],
    [9_899, 3],
    [9_700, 3],
    [9_500, 2],
    [9_000, 1],
    [8_999, 0],
  ])('despatch within 48 h %d gives %d', (dispatch48hPct, points) => {
    expect(pointsOf('G8', shops(shop({ dispatch48hPct })))).toBe(points);
  });

  it('weights several shops by orders without rounding before the band', () => {
    const two = (orders: number) =>
      shops(
        shop({ goodRatePct: 10_000, orders }),
        shop({ shop: 'b', goodRatePct: 9_850, orders: 10_000 }),
      );
    expect(pointsOf('G6', two(5_000))).toBe(4);
    expect(pointsOf('G6', two(4_999))).toBe(3);
  });
});

describe('complaints G7, Y11', () => {
  const complaints = (complaintsAgainst: number, complaintsUnanswered = 0, orders = 200_000) =>
    amounts({ complaintsAgainst, complaintsUnanswered, orders });

  it.each([
    [0, 6],
    [1, 5],
    [10, 5],
    [11, 3.5],
    [20, 3.5],
    [21, 1.5],
    [60, 1.5],
    [61, 0],
  ])('%d against 200,000 orders give %d: the upper edge is included', (against, points) => {
    expect(pointsOf('G7', complaints(against))).toBe(points);
    expect(pointsOf('Y11', complaints(against))).toBe(points);
  });

  it('takes one point for each unanswered complaint and stops at zero', () => {
    expect(pointsOf('G7', complaints(10, 2))).toBe(3);
    expect(pointsOf('G7', complaints(10, 9))).toBe(0);
  });

  it('needs the orders', () => {
    expect(notesOf('G7', complaints(0, 0, 0))).toEqual(['scoring.note.missing']);
  });
});

it('Y18 loses half a point for each started 30 s and one for a contradiction, never below zero', () => {
  const penalties = (overtimeSeconds: number, contradiction = false) =>
    pointsOf('Y18', {
      ...amounts({ overtimeSeconds }),
      ticks: { 'Y18.contradiction': contradiction },
    });
  expect([0, 1, 30, 31, 121].map((s) => penalties(s))).toEqual([2, 1.5, 1.5, 1, 0]);
  expect([penalties(0, true), penalties(31, true), penalties(90, true)]).toEqual([1, 0, 0]);
});

it('G18 looks at failed samplings of T and T−1 only', () => {
  const failed = (date: string, remedied: boolean) => ({
    date,
    remediedOn: remedied ? '2012-12-01' : null,
  });
  const quality = (...rows: ReturnType<typeof failed>[]) =>
    pointsOf('G18', { ...NO_FIGURES, samplingFailures: rows });
  expect(quality()).toBe(4);
  expect(quality(failed('2010-12-31', false))).toBe(4);
  expect(quality(failed('2011-01-01', true))).toBe(1);
  expect(quality(failed('2012-05-01', false))).toBe(0);
  expect(quality(failed('2011-05-01', true), failed('2012-05-01', true))).toBe(0);
  expect(pointsOf('G18', NO_FIGURES)).toBe(0);
});
