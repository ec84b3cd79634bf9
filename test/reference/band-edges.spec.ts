import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { computeIndicatorPoints } from '../../src/rules/scoring/compute-indicator-points.js';
import type { AmountKey } from '../../src/rules/scoring/figures.js';
import { amounts, indicator, notesOf, pointsOf } from './support.js';

type Edges = readonly (readonly [edge: number, at: number, below: number])[];

/** Edge, points at it and just below it, in the unit the rubric prints. */
const LOW_INCLUDED: readonly (readonly [string, AmountKey, scale: number, Edges])[] = [
  [
    'G1',
    'netWan',
    100,
    [
      [3000, 10, 8.5],
      [1000, 8.5, 7],
      [500, 7, 5.5],
      [300, 5.5, 4],
      [100, 4, 0],
    ],
  ],
  [
    'Y1',
    'netWan',
    100,
    [
      [500, 8, 6.5],
      [300, 6.5, 5],
      [100, 5, 3],
      [50, 3, 0],
    ],
  ],
  [
    'N5',
    'farmGoodsNetWan',
    100,
    [
      [1000, 10, 8],
      [500, 8, 6],
      [200, 6, 4.5],
      [100, 4.5, 3],
      [50, 3, 0],
    ],
  ],
  [
    'G3',
    'orders',
    1,
    [
      [200_000, 4, 3.2],
      [100_000, 3.2, 2.4],
      [50_000, 2.4, 1.6],
      [10_000, 1.6, 0.8],
      [1, 0.8, 0],
    ],
  ],
  [
    'N7',
    'orders',
    1,
    [
      [50_000, 4, 3],
      [20_000, 3, 2],
      [10_000, 2, 1],
      [2_000, 1, 0],
    ],
  ],
  [
    'N9',
    'farmHouseholds',
    1,
    [
      [200, 8, 6.5],
      [100, 6.5, 5],
      [50, 5, 3],
      [20, 3, 1.5],
      [5, 1.5, 0],
    ],
  ],
  [
    'N8',
    'repurchaseRatePct',
    100,
    [
      [30, 3, 2],
      [20, 2, 1],
      [10, 1, 0],
    ],
  ],
  ['N8', 'platformCount', 1, [[3, 2, 0]]],
  [
    'N3',
    'brandSalesSharePct',
    100,
    [
      [80, 3, 2],
      [50, 2, 1],
      [20, 1, 0],
    ],
  ],
  ['G14', 'brandSalesSharePct', 100, [[50, 1, 0]]],
  ['N2', 'conformityBatchPct', 100, [[90, 3, 0]]],
  [
    'N10',
    'localPurchaseWan',
    100,
    [
      [500, 4, 3],
      [200, 3, 2],
      [50, 2, 1],
      [0.01, 1, 0],
    ],
  ],
];

const CASES = LOW_INCLUDED.flatMap(([code, figure, scale, edges]) =>
  edges.map(([edge, at, below]) => ({ code, figure, edge: Math.round(edge * scale), at, below })),
);

it.each(CASES)('$code $figure: $edge is in its band, one less is below', (row) => {
  const { code, figure, edge, at, below } = row;
  expect(pointsOf(code, amounts({ [figure]: edge }))).toBe(at);
  expect(pointsOf(code, amounts({ [figure]: edge + 1 }))).toBe(at);
  expect(pointsOf(code, amounts({ [figure]: edge - 1 }))).toBe(below);
});

it.each([
  [
    'G1',
    'netWan',
    [
      [10_000, 10],
      [9_999.99, 8.5],
      [5_000, 8.5],
      [2_000, 7],
      [1_000, 5.5],
      [500, 4],
      [499.99, 0],
    ],
  ],
  [
    'Y1',
    'netWan',
    [
      [2_000, 8],
      [1_999.99, 6.5],
      [1_200, 6.5],
      [400, 5],
      [200, 3],
      [199.99, 0],
    ],
  ],
  [
    'N5',
    'farmGoodsNetWan',
    [
      [3_000, 10],
      [2_999.99, 8],
      [1_500, 8],
      [600, 6],
      [300, 4.5],
      [150, 3],
      [149.99, 0],
    ],
  ],
] as const)('%s under the present preset', (code, figure, rows) => {
  for (const [wan, points] of rows) {
    const figures = amounts({ [figure]: Math.round(wan * 100) });
    expect(pointsOf(code, figures, PRESET_NOW)).toBe(points);
  }
});

it('says that sales below the entry condition are ineligible, but N5 only grades', () => {
  expect(notesOf('G1', amounts({ netWan: 9_999 }))).toContain('scoring.note.ineligible');
  expect(notesOf('N5', amounts({ farmGoodsNetWan: 3_000 }))).not.toContain(
    'scoring.note.ineligible',
  );
});

it('takes agency sales out of G1 and Y1', () => {
  expect(pointsOf('G1', amounts({ netWan: 100_001, agencyWan: 2 }))).toBe(7);
  expect(pointsOf('Y1', amounts({ netWan: 50_000, agencyWan: 1 }))).toBe(6.5);
});

it('names the range a value fell in', () => {
  const { band, notes } = computeIndicatorPoints(
    indicator('G1'),
    amounts({ netWan: 82_041 }),
    PRESET_2013,
  );
  expect(band).toEqual({ low: 50_000, high: 100_000, points: 700 });
  expect(notes).toEqual([
    {
      key: 'scoring.note.bandLowHigh.low',
      variables: { value: '820.41', unit: 'wan', low: '500.00', high: '1000.00', points: '7.00' },
    },
  ]);
});

it('a missing value scores nothing and says so', () => {
  expect(pointsOf('G1', amounts({ netWan: null }))).toBe(0);
  expect(notesOf('G1', amounts({}))).toEqual(['scoring.note.missing']);
});

it('parcels outside 0.7 to 1.2 of the orders leave the points and ask for a decision', () => {
  const parcels = (count: number) => amounts({ orders: 10_000, parcels: count });
  expect(pointsOf('G3', parcels(6_999))).toBe(1.6);
  expect(notesOf('G3', parcels(6_999))).toContain('scoring.note.ratioOutside');
  expect(notesOf('G3', parcels(7_000))).not.toContain('scoring.note.ratioOutside');
  expect(notesOf('G3', parcels(12_000))).not.toContain('scoring.note.ratioOutside');
  expect(notesOf('G3', parcels(12_001))).toContain('scoring.note.ratioOutside');
});

it('N10 adds two points from a price 5 % above market, but not without a purchase', () => {
  const premium = (localPurchaseWan: number, purchasePremiumPct: number) =>
    pointsOf('N10', amounts({ localPurchaseWan, purchasePremiumPct }));
  expect(premium(50_000, 500)).toBe(6);
  expect(premium(50_000, 499)).toBe(4);
  expect(premium(0, 900)).toBe(0);
});

it('Y4: one circumstance gives two points, two or more give four', () => {
  const started = [0, 1, 2, 4].map((circumstances) => pointsOf('Y4', amounts({ circumstances })));
  expect(started).toEqual([0, 2, 4, 4]);
});
