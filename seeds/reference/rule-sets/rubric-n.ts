import type { Dimension } from '../../../src/rules/scoring/rule-set.js';
import { ANCHORS_N } from './anchors-n.js';
import type { Calibration } from './calibration.js';
import { checked, expert, text, tick } from './indicator-kit.js';
import { goodRate, shopRating } from './integrity-tables.js';
import { qualityAndBrand } from './rubric-n-quality.js';
import { FARMERS, salesUpwards } from './rubric-n-scale.js';

/** Rubric N, 农产品品牌/农村电商, 100 points. */
export function rubricN(calibration: Calibration): readonly Dimension[] {
  return [
    qualityAndBrand(calibration),
    salesUpwards(calibration),
    FARMERS,
    integrity(calibration),
    INNOVATION,
  ];
}

function integrity({ wording }: Calibration): Dimension {
  const { name, item } = wording.farmDisplay;
  return {
    code: 'N.integrity',
    name: text('诚信与服务', 'Integrity and service'),
    role: 'integrity',
    indicators: [
      shopRating('N13', 4, [4, 3.43, 2.57, 1.43, 0]),
      goodRate('N14', text('好评率', 'Good-review rate'), [2, 1.5, 1, 0.5]),
      expert(
        'N15',
        text('售后（生鲜赔付时效）', 'After-sales (compensation time for fresh goods)'),
        4,
        ANCHORS_N.N15,
      ),
      checked('N16', name, 2, tick('N16.display', item, 2)),
    ],
  };
}

const INNOVATION: Dimension = {
  code: 'N.innovation',
  name: text('创新与绿色', 'Innovation and green practice'),
  indicators: [
    expert('N17', text('数字农业/直播', 'Digital farming and livestream'), 5, ANCHORS_N.N17),
    expert('N18', text('绿色包装与投入品', 'Green packaging and inputs'), 3, ANCHORS_N.N18),
  ],
};
