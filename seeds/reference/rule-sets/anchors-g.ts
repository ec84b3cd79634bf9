import { type AnchorTexts, text } from './indicator-kit.js';

export const ANCHORS_G = {
  G11: {
    full: text(
      '有名有姓的初创者20人及以上，经培训或孵化',
      'Named starters trained or hosted: 20 or more',
    ),
    strong: text('有名有姓的初创者10至19人', 'Named starters: 10 to 19'),
    adequate: text('有名有姓的初创者5至9人', 'Named starters: 5 to 9'),
    thin: text('有名有姓的初创者1至4人', 'Named starters: 1 to 4'),
    none: text('无', 'None'),
  },
  G13: {
    full: text(
      '长期承担公共事务（协会任职、常设免费培训），有记录和受益人确认',
      'Lasting public role (association, standing free training) with records and beneficiaries’ confirmation',
    ),
    adequate: text('上年或前一年有若干次有据可查的公益行动', 'Several documented acts in T or T−1'),
    thin: text('仅有一次行动或口头说明', 'One act or statement only'),
  },
  G15: {
    full: text(
      '自有模式已投入使用，成效可量化，有具名商户前来学习或借鉴',
      'Own model in use, measurable effect, visited or copied by named merchants',
    ),
    adequate: text(
      '有实际改进，附前后对比数据',
      'A working improvement with before and after figures',
    ),
    thin: text('仅有计划或使用通用工具', 'Plan or use of a common tool'),
  },
  G17: {
    full: text(
      '账簿、库存、进货查验齐全，上年度可随时抽查',
      'Full books, stock and purchase inspection, spot-checkable for T',
    ),
    adequate: text('账簿完整，个别部分单薄', 'Books complete, one part thin'),
    thin: text('零散记录', 'Fragments'),
  },
} satisfies Record<string, AnchorTexts>;
