import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { RuleError } from '../../src/rules/rule-error.js';
import { computeIndicatorPoints } from '../../src/rules/scoring/compute-indicator-points.js';
import type { ShopFigures } from '../../src/rules/scoring/figures.js';
import { nextBand } from '../../src/rules/scoring/next-band.js';
import { NO_FIGURES, amounts, indicator, notesOf, pointsOf, shop } from './support.js';

const shops = (...rows: ShopFigures[]) => ({ ...NO_FIGURES, shops: rows });
const missing = ['scoring.note.missing'];

describe('rates of shops', () => {
  const good = shop({ goodRatePct: 9_900 });

  it('do without a shop that sold nothing, but not without the orders of one that did', () => {
    expect(pointsOf('G6', shops(good, shop({ shop: 'b', orders: 0 })))).toBe(4);
    const unknown = shop({ shop: 'b', goodRatePct: 9_900, orders: null });
    expect(notesOf('G6', shops(good, unknown))).toEqual(missing);
    expect(notesOf('G6', shops(good, shop({ shop: 'b' })))).toEqual(missing);
    expect(notesOf('G6', shops(shop({ goodRatePct: 9_900, orders: 0 })))).toEqual(missing);
  });

  it('count alike where no shop has sales', () => {
    const rated = (value: number, id: string) =>
      shop({ shop: id, netWan: 0, ratings: [{ metric: 'service', value }] });
    expect(pointsOf('G5', shops(rated(485, 'a'), rated(459, 'b')))).toBe(3.5);
  });
});

describe('ratings of platforms', () => {
  const ratings = {
    scales: [
      { code: 'five', edges: [480] },
      { code: 'hundred', edges: [9_000] },
    ],
    map: [
      { platform: 'taobao', metric: 'service', scale: 'five' },
      { platform: 'jd', metric: 'service', scale: 'hundred' },
      { platform: 'jd', metric: 'speed', scale: 'lost' },
    ],
    unratedPlatforms: [],
  };
  const points = (platform: string, ...rated: (readonly [metric: string, value: number])[]) => {
    const rows = rated.map(([metric, value]) => ({ metric, value }));
    const figures = shops(shop({ platform, ratings: rows }));
    return computeIndicatorPoints(indicator('G5'), figures, { ...PRESET_2013, ratings }).points;
  };

  it('are read on the scale of the platform and the metric', () => {
    expect(points('taobao', ['service', 480])).toBe(700);
    expect(points('jd', ['service', 480])).toBe(600);
    expect(points('taobao', ['service', 479])).toBe(600);
  });

  it('leave out what no scale is named for', () => {
    expect(points('taobao', ['service', 480], ['speed', 500])).toBe(700);
    expect(points('taobao', ['speed', 500])).toBe(0);
    expect(() => points('jd', ['speed', 500])).toThrow(
      new RuleError('scoring.error.unknownScale', { scale: 'lost' }),
    );
  });
});

describe('figures that are there in part', () => {
  it('of complaints, insured staff and growth are missing', () => {
    expect(notesOf('G7', amounts({ orders: 9, complaintsUnanswered: 0 }))).toEqual(missing);
    expect(notesOf('G7', amounts({ orders: 9, complaintsAgainst: 0 }))).toEqual(missing);
    expect(notesOf('G10', amounts({ insuredYearEnd: 20 }))).toEqual(missing);
    expect(notesOf('G2', amounts({ netWanYearBefore: 9_000 }))).toEqual(missing);
  });

  it('of family workers count only where nobody is insured and the rubric knows them', () => {
    const family = { insuredYearEnd: 20, insuredAverage: 20, familyWorkers: 3 };
    expect(pointsOf('G10', amounts(family))).toBe(5.5);
    const alone = amounts({ insuredYearEnd: 0, insuredAverage: 0, familyWorkers: 3 });
    const working = computeIndicatorPoints(indicator('Y13'), alone, PRESET_2013);
    expect([working.points, working.band]).toEqual([0, { high: 1, points: 0 }]);
  });

  it('a base of nothing two years ago is no base', () => {
    const figures = { netWan: 16_000, netWanTwoYearsBefore: 0, netWanYearBefore: 10_000 };
    expect(pointsOf('Y2', amounts(figures))).toBe(4);
  });

  it('a tax band that the rules do not know is refused by name', () => {
    expect(() => pointsOf('G12', { ...NO_FIGURES, choices: { taxBand: 'plenty' } })).toThrow(
      new RuleError('scoring.error.unknownTaxBand', { choice: 'plenty' }),
    );
  });

  it('the next tax band is told in 万元', () => {
    expect(nextBand(indicator('G12').scoring, 320)).toEqual({
      bound: 'least',
      edge: '50.00',
      unit: 'wan',
      points: '4.00',
    });
  });
});
