import type { Dice } from './dice.js';

/** What a merchant deals in: its codes on the register and the words its name and goods are made of. */
export interface Trade {
  readonly goods: string;
  readonly sector: 'primary' | 'secondary' | 'tertiary';
  readonly business: 'retail' | 'ecommerceService' | 'mixed';
  readonly products: readonly string[];
  readonly suffixes: readonly string[];
  readonly weight: number;
}

export const FARM_TRADE: Trade = {
  goods: 'farmGoods',
  sector: 'primary',
  business: 'retail',
  products: [
    '椪柑',
    '胡柚',
    '白茶',
    '山茶油',
    '清水鱼干',
    '竹笋干',
    '蜂蜜',
    '发糕',
    '香菇',
    '莲子',
  ],
  suffixes: ['农产品', '生态农业', '土特产', '果蔬'],
  weight: 26,
};

const TRADES: readonly Trade[] = [
  FARM_TRADE,
  {
    goods: 'food',
    sector: 'secondary',
    business: 'retail',
    products: ['麻饼', '桂花糕', '番薯片', '辣酱', '手工面', '米酒'],
    suffixes: ['食品', '糕点', '食品加工'],
    weight: 14,
  },
  {
    goods: 'household',
    sector: 'secondary',
    business: 'retail',
    products: ['竹编收纳筐', '木门拉手', '竹席', '陶瓷茶具', '棉麻床品'],
    suffixes: ['家居用品', '竹木制品', '日用品'],
    weight: 18,
  },
  {
    goods: 'clothing',
    sector: 'tertiary',
    business: 'retail',
    products: ['女式针织衫', '童装', '棉袜', '羽绒背心', '帆布鞋'],
    suffixes: ['服饰', '服装贸易', '针织'],
    weight: 16,
  },
  {
    goods: 'sports',
    sector: 'secondary',
    business: 'retail',
    products: ['羽毛球拍', '登山杖', '钓具', '跳绳'],
    suffixes: ['体育用品', '户外用品'],
    weight: 8,
  },
  {
    goods: 'digital',
    sector: 'tertiary',
    business: 'mixed',
    products: ['数据线', '蓝牙音箱', '手机壳', '小台灯'],
    suffixes: ['电子科技', '数码贸易'],
    weight: 9,
  },
  {
    goods: 'culture',
    sector: 'tertiary',
    business: 'retail',
    products: ['根雕摆件', '毛笔', '手工纸', '印章'],
    suffixes: ['工艺品', '文化用品'],
    weight: 6,
  },
  {
    goods: 'services',
    sector: 'tertiary',
    business: 'ecommerceService',
    products: ['网店摄影', '代运营服务', '美工设计'],
    suffixes: ['网络科技', '电子商务服务'],
    weight: 3,
  },
];

const brandFirst = '禾 穗 溪 岭 橙 竹 云 榴 荷 桥 松 杉 茗 野 晴 朗 沐 川 石 麦'.split(' ');
const brandSecond =
  '小院 之家 老铺 一号 山房 人家 优选 坊里 集市 印象 时光 物语 记 田园 清泉'.split(' ');

/** A word mark of two parts, such as 禾山房; invented, compared with no register. */
export function brandWord(dice: Dice): string {
  const [one, other] = dice.shuffled(brandFirst);
  return `${one}${other}${dice.pick(brandSecond)}`;
}

const surnames = '柴 毛 郑 徐 周 姜 余 汪 方 祝 蓝 雷 严 龚 童 占 琚 鲁 夏 翁 缪 邵 虞'.split(' ');
const givenFirst = '晓 文 佳 立 春 桂 红 国 海 丽 志 秋 雨 思 永 素 志 忠 若 一'.split(' ');
const givenSecond = '禾 岚 舟 溪 芹 苗 峦 禹 澄 茵 棠 杭 笛 蓓 航 淼 枫 桐 莞 坪'.split(' ');

/** Surname and two-character given name, drawn apart, so that nobody in particular is meant. */
export function personName(dice: Dice): string {
  return dice.pick(surnames) + dice.pick(givenFirst) + dice.pick(givenSecond);
}

export function pickTrade(dice: Dice): Trade {
  const total = TRADES.reduce((sum, { weight }) => sum + weight, 0);
  let left = dice.whole(1, total);
  return TRADES.find(({ weight }) => (left -= weight) <= 0)!;
}
