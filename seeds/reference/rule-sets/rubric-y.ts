import type { Dimension } from '../../../src/rules/scoring/rule-set.js';
import { ANCHORS_Y } from './anchors-y.js';
import { stepsDown } from './band-kit.js';
import type { Calibration } from './calibration.js';
import { checked, computed, expert, hundredths, text } from './indicator-kit.js';
import { complaints, goodRate, licenceDisplay, shopRating } from './integrity-tables.js';

/** Rubric Y, 青年网商, 100 points, with its defence inside. */
export function rubricY(calibration: Calibration): readonly Dimension[] {
  return [
    growth(calibration),
    innovation(calibration),
    integrity(calibration),
    EXEMPLARY_EFFECT,
    DEFENCE,
  ];
}

function growth({ sales }: Calibration): Dimension {
  return {
    code: 'Y.growth',
    name: text('创业成长', 'Growth of the venture'),
    indicators: [
      computed('Y1', text('上年净零售额', 'Net retail sales of T'), 8, {
        kind: 'bands',
        figure: 'netWan',
        minus: ['agencyWan'],
        closed: 'low',
        bands: stepsDown(sales.Y, 'hundredths', 'ineligible'),
      }),
      computed('Y2', text('两年复合增长', 'Compound growth over two years'), 8, {
        kind: 'compoundGrowth',
        current: 'netWan',
        base: 'netWanTwoYearsBefore',
        fallbackBase: 'netWanYearBefore',
        bands: stepsDown(
          [
            [60, 8],
            [40, 6.5],
            [20, 4.5],
            [0, 2],
          ],
          'hundredths',
        ),
        smallBase: { below: hundredths(20), most: hundredths(4) },
        fallbackMost: hundredths(4),
      }),
      expert('Y3', text('利润/现金可持续', 'Sustainable profit and cash'), 6, ANCHORS_Y.Y3),
      checked('Y4', text('创业历程与起点', 'Where the founder started'), 4, {
        kind: 'bands',
        figure: 'circumstances',
        closed: 'low',
        bands: stepsDown(
          [
            [2, 4],
            [1, 2],
          ],
          'whole',
        ),
      }),
      checked('Y5', text('学习与培训', 'Learning and training'), 4, {
        kind: 'count',
        figure: 'training',
        name: text('结业课程或导师记录', 'Certified course or mentor record'),
        pointsEach: hundredths(1),
        most: hundredths(4),
      }),
    ],
  };
}

function innovation({ wording }: Calibration): Dimension {
  return {
    code: 'Y.innovation',
    name: text('创新能力', 'Ability to innovate'),
    indicators: [
      expert('Y6', text('商业模式创新', 'Business model innovation'), 9, ANCHORS_Y.Y6),
      expert('Y7', wording.content.name, 8, wording.content.anchors),
      expert('Y8', text('产品或品牌原创', 'Original product or brand'), 8, ANCHORS_Y.Y8),
    ],
  };
}

function integrity({ wording }: Calibration): Dimension {
  return {
    code: 'Y.integrity',
    name: text('诚信与服务', 'Integrity and service'),
    role: 'integrity',
    indicators: [
      shopRating('Y9', 6, [6, 5.14, 3.86, 2.14, 0]),
      goodRate('Y10', text('好评率', 'Good-review rate'), [4, 3, 2, 1]),
      complaints('Y11'),
      licenceDisplay('Y12', wording.display, text('亮照与合规', 'Shown identity and compliance')),
    ],
  };
}

const EXEMPLARY_EFFECT: Dimension = {
  code: 'Y.exemplaryEffect',
  name: text('带动作用', 'Effect on others'),
  role: 'exemplaryEffect',
  indicators: [
    computed('Y13', text('带动就业', 'Employment'), 5, {
      kind: 'insuredStaff',
      bands: stepsDown(
        [
          [20, 5],
          [10, 4],
          [5, 3],
          [2, 2],
          [1, 1],
        ],
        'whole',
      ),
      familyWorkersPoints: null,
    }),
    expert('Y14', text('带动青年创业', 'Youths helped to start'), 6, ANCHORS_Y.Y14),
    expert('Y15', text('公益', 'Social good'), 4, ANCHORS_Y.Y15),
  ],
};

const DEFENCE: Dimension = {
  code: 'Y.defence',
  name: text('现场答辩', 'Live defence'),
  indicators: [
    expert('Y16', text('陈述', 'Presentation'), 4, ANCHORS_Y.Y16, 'insideDefence'),
    expert('Y17', text('问答', 'Questions and answers'), 4, ANCHORS_Y.Y17, 'insideDefence'),
    checked(
      'Y18',
      text('时间与材料一致', 'Time kept, true to the file'),
      2,
      {
        kind: 'penalties',
        start: hundredths(2),
        secondsPerStep: 30,
        stepPenalty: hundredths(0.5),
        contradictionItem: 'Y18.contradiction',
        contradictionPenalty: hundredths(1),
      },
      'insideDefence',
    ),
  ],
};
