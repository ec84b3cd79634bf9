import type { TaxScoring } from '../../../src/rules/scoring/scoring.js';
import { stepsDown } from './band-kit.js';
import { hundredths, text } from './indicator-kit.js';

/** G12: enterprises state the tax paid; sole businesses and natural persons may choose its band instead. */
export const TAX: TaxScoring = {
  kind: 'tax',
  bands: stepsDown(
    [
      [50, 4],
      [20, 3.2],
      [10, 2.4],
      [3, 1.6],
      [0, 1.2],
    ],
    'hundredths',
  ),
  choice: 'taxBand',
  options: [
    { code: 'from50', name: text('50万元及以上', '500,000 yuan or more'), points: hundredths(4) },
    { code: 'from20', name: text('20万至50万元', '200,000 to 500,000 yuan'), points: 320 },
    { code: 'from10', name: text('10万至20万元', '100,000 to 200,000 yuan'), points: 240 },
    { code: 'from3', name: text('3万至10万元', '30,000 to 100,000 yuan'), points: 160 },
    { code: 'below3', name: text('不足3万元', 'Below 30,000 yuan'), points: 120 },
    { code: 'exempt', name: text('依法免税', 'Lawfully exempt'), points: 120 },
    { code: 'none', name: text('未纳税且无法定理由', 'None without lawful ground'), points: 0 },
  ],
  declarationUpTo: 120,
  declarationItem: 'G12.declaration',
};
