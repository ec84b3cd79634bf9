import type { Dimension } from '../../../src/rules/scoring/rule-set.js';
import { ANCHORS_G } from './anchors-g.js';
import { stepsDown } from './band-kit.js';
import type { Calibration } from './calibration.js';
import { checked, computed, expert, hundredths, sumOf, text, tick } from './indicator-kit.js';
import { complaints, goodRate, licenceDisplay, shopRating } from './integrity-tables.js';
import { TAX } from './tax-table.js';

/** Rubric G, 示范网商, 100 points. */
export function rubricG(calibration: Calibration): readonly Dimension[] {
  return [
    scale(calibration),
    integrity(calibration),
    EXEMPLARY_EFFECT,
    brandAndInnovation(calibration),
    REGULARITY,
  ];
}

function scale({ sales }: Calibration): Dimension {
  return {
    code: 'G.scale',
    name: text('经营规模与成长', 'Scale and growth'),
    indicators: [
      computed('G1', text('上年网络零售额（净）', 'Net online retail sales of T'), 10, {
        kind: 'bands',
        figure: 'netWan',
        minus: ['agencyWan'],
        closed: 'low',
        bands: stepsDown(sales.G, 'hundredths', 'ineligible'),
      }),
      computed('G2', text('同比增长', 'Growth on the year before'), 6, {
        kind: 'growth',
        current: 'netWan',
        base: 'netWanYearBefore',
        bands: stepsDown(
          [
            [50, 6],
            [30, 5],
            [15, 4],
            [5, 2.5],
            [0, 1],
          ],
          'hundredths',
        ),
        smallBase: { below: hundredths(50), most: hundredths(3) },
      }),
      computed('G3', text('订单量（核对快递单量）', 'Orders (checked against parcels)'), 4, {
        kind: 'bands',
        figure: 'orders',
        closed: 'low',
        bands: stepsDown(
          [
            [200_000, 4],
            [100_000, 3.2],
            [50_000, 2.4],
            [10_000, 1.6],
            [1, 0.8],
          ],
          'whole',
        ),
        ratioCheck: { numerator: 'parcels', denominator: 'orders', low: 70, high: 120 },
      }),
      computed('G4', text('持续经营', 'Years in operation'), 5, {
        kind: 'operatingYears',
        bands: stepsDown(
          [
            [5, 5],
            [3, 4],
            [2, 3],
            [1, 2],
          ],
          'whole',
          'ineligible',
        ),
      }),
    ],
  };
}

function integrity({ wording }: Calibration): Dimension {
  return {
    code: 'G.integrity',
    name: text('诚信与服务', 'Integrity and service'),
    role: 'integrity',
    indicators: [
      shopRating('G5', 7, [7, 6, 4.5, 2.5, 0]),
      goodRate('G6', text('好评率 / 差评率', 'Good-review rate'), [4, 3, 2, 1]),
      complaints('G7'),
      computed('G8', text('发货与物流时效', 'Despatch and delivery time'), 4, {
        kind: 'shopRate',
        rate: 'dispatch48hPct',
        skipUnratedPlatforms: false,
        bands: stepsDown(
          [
            [99, 4],
            [97, 3],
            [95, 2],
            [90, 1],
          ],
          'hundredths',
        ),
      }),
      licenceDisplay('G9', wording.display, wording.display.name),
    ],
  };
}

const EXEMPLARY_EFFECT: Dimension = {
  code: 'G.exemplaryEffect',
  name: text('示范带动与责任', 'Exemplary effect and responsibility'),
  role: 'exemplaryEffect',
  indicators: [
    computed('G10', text('带动就业（参保人数）', 'Employment (insured staff)'), 7, {
      kind: 'insuredStaff',
      bands: stepsDown(
        [
          [50, 7],
          [20, 5.5],
          [10, 4],
          [5, 2.5],
          [1, 1],
        ],
        'whole',
      ),
      familyWorkersPoints: hundredths(1),
    }),
    expert('G11', text('带动初创者', 'Starters helped'), 8, ANCHORS_G.G11),
    computed('G12', text('依法纳税', 'Lawful tax payment'), 4, TAX),
    expert(
      'G13',
      text('公益与公共服务（大爱精神）', 'Social good and public service'),
      6,
      ANCHORS_G.G13,
    ),
  ],
};

function brandAndInnovation({ wording }: Calibration): Dimension {
  return {
    code: 'G.innovation',
    name: text('品牌与创新', 'Brand and innovation'),
    indicators: [
      checked(
        'G14',
        text('自有品牌与知识产权', 'Own brand and intellectual property'),
        5,
        sumOf(5, [
          {
            kind: 'count',
            figure: 'registeredMarks',
            name: text('注册商标', 'Registered mark'),
            pointsEach: hundredths(2),
            most: hundredths(2),
          },
          {
            kind: 'count',
            figure: 'furtherRights',
            name: text('第二件商标、专利或著作权', 'Second mark, patent or copyright'),
            pointsEach: hundredths(1),
            most: hundredths(2),
          },
          {
            kind: 'bands',
            figure: 'brandSalesSharePct',
            closed: 'low',
            bands: stepsDown([[50, 1]], 'hundredths'),
          },
        ]),
      ),
      expert(
        'G15',
        text('模式、数字化与渠道创新', 'Model, digital and channel innovation'),
        6,
        ANCHORS_G.G15,
      ),
      expert('G16', wording.green.name, 4, wording.green.anchors),
    ],
  };
}

const REGULARITY: Dimension = {
  code: 'G.regularity',
  name: text('规范经营', 'Regular conduct of business'),
  indicators: [
    expert('G17', text('制度台账与财务', 'Rules, books and finance'), 4, ANCHORS_G.G17),
    computed('G18', text('产品质量', 'Product quality'), 4, {
      kind: 'sampling',
      none: hundredths(4),
      oneRemedied: hundredths(1),
    }),
    checked(
      'G19',
      text('材料真实与配合', 'Truthful material and cooperation'),
      2,
      sumOf(2, [
        tick('G19.completeFirst', text('首次申报材料齐全', 'Complete on first filing'), 1),
        tick(
          'G19.notReduced',
          text('核验中无任何指标核减超过5%', 'No figure reduced by more than 5% in verification'),
          1,
        ),
      ]),
    ),
  ],
};
