import { type AnchorTexts, text } from './indicator-kit.js';

export const ANCHORS_Y = {
  Y3: {
    full: text(
      '逐品测算单位经济效益，上年度现金流为正且不靠烧钱补贴',
      'Unit economics shown per product, positive cash in T without price-burning',
    ),
    adequate: text('能说明总体盈利，未细分到产品', 'Profit shown for the whole, not per product'),
    thin: text('有说法无数据', 'Claim without figures'),
  },
  Y6: {
    full: text(
      '本领域的新模式，讲得清、有数据、已被他人采用',
      'New model in the field, explained, figures, taken up by others',
    ),
    adequate: text(
      '在已有模式上有自己的改进并见成效',
      'Own variation of a known model with effect',
    ),
    thin: text('仅有描述', 'Description only'),
  },
  Y8: {
    full: text('自有设计并取得商标或专利，已上市销售', 'Own design with mark or patent in sales'),
    adequate: text('自有设计已上市，尚未取得权利', 'Own design in sales, no right yet'),
    thin: text('仅有构想或样品', 'Idea or sample'),
  },
  Y14: {
    full: text('带动有名有姓的青年创业10人及以上', 'Named youths started: 10 or more'),
    strong: text('带动有名有姓的青年创业5至9人', 'Named youths started: 5 to 9'),
    adequate: text('带动有名有姓的青年创业3至4人', 'Named youths started: 3 or 4'),
    thin: text('带动有名有姓的青年创业1至2人', 'Named youths started: 1 or 2'),
    none: text('无', 'None'),
  },
  Y15: {
    full: text(
      '多次帮扶青年或社区，经受益方确认',
      'Repeated help to youths or community, confirmed',
    ),
    adequate: text('有若干次有据可查的公益行动', 'Some documented acts'),
    thin: text('仅有一次行动', 'One act'),
  },
  Y16: {
    full: text(
      '条理清楚，与材料一致，时间得当，讲出可供他人学习之处',
      'Clear, true to the file, within time, shows what others can learn',
    ),
    adequate: text('能听明白，要点齐全', 'Understandable, main points complete'),
    thin: text('表述不清或不完整', 'Unclear or partial'),
  },
  Y17: {
    full: text(
      '回答准确，有数据支撑，如实说明不足',
      'Answers precise, with figures, admits limits',
    ),
    adequate: text('回答大体切题', 'Answers mostly to the point'),
    thin: text('回避问题或前后矛盾', 'Evades or contradicts'),
  },
} satisfies Record<string, AnchorTexts>;
