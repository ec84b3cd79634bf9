import type { PracticeSubject } from '../../src/rules/practices/practice.js';

export interface PracticeText {
  readonly subject: PracticeSubject;
  readonly headline: string;
  readonly doing: string;
  readonly copying: string;
  readonly helped: string;
  readonly figureLabel: string | null;
  readonly figureUnit: string | null;
  /** Up to the last full year, in hundredths of the unit. */
  readonly figures: readonly number[];
}

/** Invented, as everything of the demo city is. */
export const PRACTICE_TEXTS = {
  delivery: {
    subject: 'delivery',
    headline: '订单分两批打单，当天全部发出',
    doing:
      '每天十一点和十六点各打一次面单，按货架顺序拣货，拣完一排复核一排。快递网点十七点半固定上门，不等满车。漏发、错发的单子当晚登记，第二天早会逐单说原因。',
    copying:
      '日均不到一百单的店，先固定一个打单时间，再和快递谈固定的收件时间。货架按销量排，卖得多的放在腰部高度。复核的人不要同时拣货。',
    helped:
      '仓库六名打包人员都是附近村民，平均每天少加班一小时。同园区四家小店照着做，合用一次上门收件。',
    figureLabel: '当天发出的订单',
    figureUnit: '%',
    figures: [8150, 9040, 9630, 9810],
  },
  farmLinks: {
    subject: 'farmLinks',
    headline: '收购价提前张榜，按等级当天结算',
    doing:
      '每年开园前和两家合作社商定三个等级的标准和保底价，写成一页纸贴在收购点。农户送来当场分级、当场过秤，当天结算，不打欠条。等外的部分代销，只收运费。',
    copying:
      '等级不要超过三个，标准用尺子和秤就能量出来。第一年先约定一个品种，收购量按去年销量的七成定，卖得好再加收，不要一开始就包销。',
    helped:
      '两个村八十多户农户按约定送货，等外的部分也有了去处。村里有三名妇女学会分级，忙季在收购点做工。',
    figureLabel: '按约定收购',
    figureUnit: '吨',
    figures: [4200, 6850, 9120],
  },
  training: {
    subject: 'training',
    headline: '老店带新店，八周一期，先学后开',
    doing:
      '每期收六名学员，每周半天。前两周在客服台旁边听，第三周起自己上架两件商品，第五周起处理真实的售后。每次结束前写一页记录：今天错在哪里，下次怎么做。',
    copying:
      '一次不超过六个人，带教的人要有空坐下来看。不教刷单和夸大宣传，先教怎么拍实物、怎么写清规格、怎么退货。',
    helped: '已经办了五期，学员多数是返乡青年，有人开了自己的店，有人到附近的店做客服。',
    figureLabel: null,
    figureUnit: null,
    figures: [],
  },
  packaging: {
    subject: 'packaging',
    headline: '三种纸箱换成一种，用隔板分格',
    doing:
      '把三种规格的纸箱合并成一种，按商品大小换隔板。隔板用回收的纸板裁，封箱只用一道胶带。易碎的先做一米跌落试验，十次不破才上线。',
    copying:
      '先统计三个月里用得最多的尺寸，选能装下八成订单的那一种。隔板不要粘死，要能拆下来再用。',
    helped: '包装材料由本地一家小厂供应，裁隔板的活交给残疾人工坊，每月结算。',
    figureLabel: '每单包装费用',
    figureUnit: '元',
    figures: [265, 218, 174],
  },
} as const satisfies Readonly<Record<PracticeSubject, PracticeText>>;
