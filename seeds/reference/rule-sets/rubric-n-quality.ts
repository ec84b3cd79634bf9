import type { Dimension } from '../../../src/rules/scoring/rule-set.js';
import { ANCHORS_N } from './anchors-n.js';
import { stepsDown } from './band-kit.js';
import type { Calibration } from './calibration.js';
import { checked, expert, hundredths, sumOf, text, tick } from './indicator-kit.js';

/** Rubric N, 品质与品牌, 30 points. */
export function qualityAndBrand({ wording }: Calibration): Dimension {
  return {
    code: 'N.quality',
    name: text('品质与品牌', 'Quality and brand'),
    indicators: [
      checked('N1', text('认证', 'Certification'), 8, {
        kind: 'certifications',
        types: [
          certificate('greenFood', '绿色食品', 'Green food', 4, false),
          certificate('organic', '有机产品', 'Organic', 4, false),
          certificate('geographicalIndication', '地理标志使用', 'Geographical indication', 3, true),
          certificate('gapOrHaccp', '良好农业规范或危害分析', 'GAP or HACCP', 2, false),
        ],
        best: 2,
        cap: hundredths(8),
      }),
      checked(
        'N2',
        wording.conformity.name,
        7,
        sumOf(7, [
          {
            kind: 'bands',
            figure: 'conformityBatchPct',
            closed: 'low',
            bands: stepsDown([[90, 3]], 'hundredths'),
          },
          tick('N2.trace', wording.conformity.trace, 2),
          tick('N2.test', wording.conformity.test, 2),
        ]),
      ),
      checked(
        'N3',
        text('品牌', 'Brand'),
        8,
        sumOf(8, [
          {
            kind: 'count',
            figure: 'registeredMarks',
            name: text('注册商标', 'Registered mark'),
            pointsEach: hundredths(3),
            most: hundredths(3),
          },
          tick('N3.regionalBrand', text('区域公用品牌授权', 'Regional-brand licence'), 2),
          {
            kind: 'bands',
            figure: 'brandSalesSharePct',
            closed: 'low',
            bands: stepsDown(
              [
                [80, 3],
                [50, 2],
                [20, 1],
              ],
              'hundredths',
            ),
          },
        ]),
      ),
      expert('N4', text('标准化与包装', 'Standards and packaging'), 7, ANCHORS_N.N4),
    ],
  };
}

function certificate(code: string, zh: string, en: string, points: number, longTerm: boolean) {
  return { code, name: text(zh, en), points: hundredths(points), longTerm };
}
