import { type AnchorTexts, text } from './indicator-kit.js';

export const ANCHORS_N = {
  N4: {
    full: text(
      '有书面分级标准，包装与损耗率有测算，必要时配有冷链',
      'Written grading standard, packaging and loss rate measured, cold chain where needed',
    ),
    adequate: text('已实行分级和包装，损耗为估算', 'Grading and packaging in use, loss estimated'),
    thin: text('仅有包装', 'Packaging only'),
  },
  N11: {
    full: text(
      '受益人有名有姓，收入变化可查并经确认',
      'Named beneficiaries with income change and confirmation',
    ),
    adequate: text('受益人有名有姓，收入未测算', 'Named beneficiaries, income not measured'),
    thin: text('笼统说明', 'General statement'),
  },
  N12: {
    full: text(
      '村级服务站全年运行，有包裹数量和培训名单',
      'Village point run all year with parcel counts and training lists',
    ),
    adequate: text('有服务站或培训，记录不全', 'Point or training with partial records'),
    thin: text('仅一次培训', 'One session'),
  },
  N15: {
    full: text(
      '有书面规则，赔付时间有统计，中位数在24小时以内',
      'Written rule, compensation times measured, median within 24 h',
    ),
    adequate: text('有规则，赔付时间部分统计', 'Rule exists, times partly measured'),
    thin: text('逐单处理', 'Case by case'),
  },
  N17: {
    full: text(
      '数字化生产或自办直播，有成效有数据',
      'Digital production or own livestream with results and data',
    ),
    adequate: text('经常使用一种工具', 'Regular use of one tool'),
    thin: text('初次尝试', 'First try'),
  },
  N18: {
    full: text(
      '包装减量且可回收，上年度投入品记录完整',
      'Reduced and recyclable packaging, input records for T',
    ),
    adequate: text('采取若干措施并有记录', 'Some measures with records'),
    thin: text('仅有意向', 'Intention only'),
  },
} satisfies Record<string, AnchorTexts>;
