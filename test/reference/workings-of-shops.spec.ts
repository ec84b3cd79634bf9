import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { type Computed, note } from '../../src/rules/scoring/computed.js';
import { computeIndicatorPoints } from '../../src/rules/scoring/compute-indicator-points.js';
import type { Figures, ShopFigures } from '../../src/rules/scoring/figures.js';
import { NO_FIGURES, amounts, indicator, shop } from './support.js';

const shops = (...rows: ShopFigures[]) => ({ ...NO_FIGURES, shops: rows });

/** What the working page prints of a computation: figures, range and every sentence with its numbers. */
it.each<[string, Figures, Computed]>([
  [
    'G6',
    shops(
      shop({ goodRatePct: 10_000, orders: 5_000 }),
      shop({ shop: 'b', goodRatePct: 9_850, orders: 10_000 }),
    ),
    {
      points: 400,
      inputs: [
        { figure: 'scoring.figure.goodRatePct', value: '100.00', shop: 'shop-1' },
        { figure: 'scoring.figure.goodRatePct', value: '98.50', shop: 'b' },
      ],
      band: { low: 9900, points: 400 },
      notes: [
        note('bandLow.low', {
          value: '99.00',
          unit: 'percent',
          low: '99.00',
          high: '',
          points: '4.00',
        }),
        note('weightedByOrders', { shops: 2 }),
      ],
    },
  ],
  [
    'G6',
    shops(shop({ goodRatePct: 9_900 })),
    {
      points: 400,
      inputs: [{ figure: 'scoring.figure.goodRatePct', value: '99.00', shop: 'shop-1' }],
      band: { low: 9900, points: 400 },
      notes: [
        note('bandLow.low', {
          value: '99.00',
          unit: 'percent',
          low: '99.00',
          high: '',
          points: '4.00',
        }),
      ],
    },
  ],
  [
    'G6',
    shops(shop({ goodRatePct: null })),
    {
      points: 0,
      inputs: [{ figure: 'scoring.figure.goodRatePct', value: null, shop: 'shop-1' }],
      band: null,
      notes: [note('missing')],
    },
  ],
  [
    'G5',
    shops(
      shop({ ratings: [{ metric: 'service', value: 485 }] }),
      shop({ shop: 'b', netWan: null, ratings: [] }),
    ),
    {
      points: 700,
      inputs: [
        { figure: 'scoring.rating.service', value: '4.85', shop: 'shop-1' },
        { figure: 'scoring.figure.ratings', value: null, shop: 'b' },
      ],
      band: null,
      notes: [
        note('shopRating', { shop: 'shop-1', points: '7.00', sales: '100.00' }),
        note('shopRating', { shop: 'b', points: '0.00', sales: '0.00' }),
      ],
    },
  ],
  ['G5', shops(), { points: 0, inputs: [], band: null, notes: [note('missing')] }],
])('%s in full', (code, figures, computed) => {
  const working = computeIndicatorPoints(indicator(code), figures, PRESET_2013);
  expect(working).toEqual({ code, parts: [], ...computed });
});

/** An indicator of parts adds up to its cap and shows each part. */
it.each<[string, Figures, Computed, readonly Computed[]]>([
  [
    'N10',
    amounts({ localPurchaseWan: 0, purchasePremiumPct: 900 }),
    {
      points: 0,
      inputs: [
        { figure: 'scoring.figure.localPurchaseWan', value: '0.00' },
        { figure: 'scoring.figure.purchasePremiumPct', value: '9.00' },
        { figure: 'scoring.figure.localPurchaseWan', value: '0.00' },
      ],
      band: null,
      notes: [note('addedUp', { cap: '6.00' })],
    },
    [
      {
        points: 0,
        inputs: [{ figure: 'scoring.figure.localPurchaseWan', value: '0.00' }],
        band: { high: 1, points: 0 },
        notes: [
          note('bandHigh.low', {
            value: '0.00',
            unit: 'wan',
            low: '',
            high: '0.01',
            points: '0.00',
          }),
        ],
      },
      {
        points: 0,
        inputs: [
          { figure: 'scoring.figure.purchasePremiumPct', value: '9.00' },
          { figure: 'scoring.figure.localPurchaseWan', value: '0.00' },
        ],
        band: null,
        notes: [note('requiresPositive')],
      },
    ],
  ],
  [
    'N10',
    amounts({ localPurchaseWan: 50_000, purchasePremiumPct: 500 }),
    {
      points: 600,
      inputs: [
        { figure: 'scoring.figure.localPurchaseWan', value: '500.00' },
        { figure: 'scoring.figure.purchasePremiumPct', value: '5.00' },
      ],
      band: null,
      notes: [note('addedUp', { cap: '6.00' })],
    },
    [
      {
        points: 400,
        inputs: [{ figure: 'scoring.figure.localPurchaseWan', value: '500.00' }],
        band: { low: 50000, points: 400 },
        notes: [
          note('bandLow.low', {
            value: '500.00',
            unit: 'wan',
            low: '500.00',
            high: '',
            points: '4.00',
          }),
        ],
      },
      {
        points: 200,
        inputs: [{ figure: 'scoring.figure.purchasePremiumPct', value: '5.00' }],
        band: { low: 500, points: 200 },
        notes: [
          note('bandLow.low', {
            value: '5.00',
            unit: 'percent',
            low: '5.00',
            high: '',
            points: '2.00',
          }),
        ],
      },
    ],
  ],
])('%s in full, part by part', (code, figures, computed, parts) => {
  const working = computeIndicatorPoints(indicator(code), figures, PRESET_2013);
  expect(working).toEqual({ code, ...computed, parts });
});
