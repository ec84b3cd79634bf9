import type { Dimension } from '../../../src/rules/scoring/rule-set.js';
import { ANCHORS_N } from './anchors-n.js';
import { stepsDown } from './band-kit.js';
import type { Calibration } from './calibration.js';
import { computed, expert, sumOf, text } from './indicator-kit.js';

/** Rubric N, 上行规模, 25 points. */
export function salesUpwards({ sales }: Calibration): Dimension {
  return {
    code: 'N.scale',
    name: text('上行规模', 'Scale of sales from the countryside'),
    indicators: [
      computed('N5', text('农产品净零售额', 'Net retail sales of farm goods'), 10, {
        kind: 'bands',
        figure: 'farmGoodsNetWan',
        closed: 'low',
        bands: stepsDown(sales.N, 'hundredths'),
      }),
      computed('N6', text('增长', 'Growth'), 6, {
        kind: 'growth',
        current: 'farmGoodsNetWan',
        base: 'farmGoodsNetWanYearBefore',
        bands: stepsDown(
          [
            [50, 6],
            [30, 5],
            [15, 4],
            [0, 2],
          ],
          'hundredths',
        ),
      }),
      computed('N7', text('订单/快递', 'Orders and parcels'), 4, {
        kind: 'bands',
        figure: 'orders',
        closed: 'low',
        bands: stepsDown(
          [
            [50_000, 4],
            [20_000, 3],
            [10_000, 2],
            [2_000, 1],
          ],
          'whole',
        ),
        ratioCheck: { numerator: 'parcels', denominator: 'orders', low: 70, high: 120 },
      }),
      computed(
        'N8',
        text('渠道与复购', 'Channels and repeat purchase'),
        5,
        sumOf(5, [
          {
            kind: 'bands',
            figure: 'platformCount',
            closed: 'low',
            bands: stepsDown([[3, 2]], 'whole'),
          },
          {
            kind: 'bands',
            figure: 'repurchaseRatePct',
            closed: 'low',
            bands: stepsDown(
              [
                [30, 3],
                [20, 2],
                [10, 1],
              ],
              'hundredths',
            ),
          },
        ]),
      ),
    ],
  };
}

/** Rubric N, 联农带农, 25 points. */
export const FARMERS: Dimension = {
  code: 'N.exemplaryEffect',
  name: text('联农带农', 'Farmers helped'),
  role: 'exemplaryEffect',
  indicators: [
    computed('N9', text('带动农户', 'Farm households'), 8, {
      kind: 'bands',
      figure: 'farmHouseholds',
      closed: 'low',
      bands: stepsDown(
        [
          [200, 8],
          [100, 6.5],
          [50, 5],
          [20, 3],
          [5, 1.5],
        ],
        'whole',
      ),
    }),
    computed(
      'N10',
      text('收购额与价格', 'Purchases and price'),
      6,
      sumOf(6, [
        {
          kind: 'bands',
          figure: 'localPurchaseWan',
          closed: 'low',
          // (0,50): the smallest amount above nothing is 0.01万元.
          bands: stepsDown(
            [
              [500, 4],
              [200, 3],
              [50, 2],
              [0.01, 1],
            ],
            'hundredths',
          ),
        },
        {
          kind: 'bands',
          figure: 'purchasePremiumPct',
          closed: 'low',
          bands: stepsDown([[5, 2]], 'hundredths'),
          // Without a purchase there is no price to compare.
          requiresPositive: 'localPurchaseWan',
        },
      ]),
    ),
    expert(
      'N11',
      text('低收入/残疾/村集体增收', 'Income of poor, disabled and village collectives'),
      5,
      ANCHORS_N.N11,
    ),
    expert('N12', text('培训与服务站', 'Training and service points'), 6, ANCHORS_N.N12),
  ],
};
