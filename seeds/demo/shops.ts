import type { Dice } from './dice.js';
import type { CategoryLetter, DemoShop } from './merchant.js';
import type { Trade } from './words.js';

export interface ShopSetting {
  readonly index: number;
  readonly brand: string;
  readonly trade: Trade;
  readonly foundedOn: string;
  readonly applicant: CategoryLetter | null;
  readonly scale: 'demo' | 'city';
}

const TAOBAO_SHOPS = { demo: 1_040, city: 6_000 } as const;
const EARLY = ['tmall', '1688', 'jd', 'own'] as const;
const LATER = [
  ['pinduoduo', 2016],
  ['douyin', 2019],
  ['kuaishou', 2019],
] as const;

const HOSTS: Readonly<Record<string, string>> = {
  taobao: 'taobao.com',
  tmall: 'tmall.com',
  '1688': '1688.com',
  jd: 'jd.com',
  pinduoduo: 'pinduoduo.com',
  douyin: 'douyin.com',
  kuaishou: 'kuaishou.com',
  own: 'demo.example',
};

/** The first shops of the city are on Taobao; applicants have more than one, of today's platforms too. */
export function openShops(dice: Dice, setting: ShopSetting): DemoShop[] {
  const { index, applicant, scale, foundedOn } = setting;
  const year = Number(foundedOn.slice(0, 4));
  const open = (platform: string, openedOn: string) => newShop(dice, setting, platform, openedOn);
  const monthAfter = (opened: number) =>
    `${Math.max(opened, year)}-12-${String(dice.whole(1, 28)).padStart(2, '0')}`;
  const first = index < TAOBAO_SHOPS[scale] ? 'taobao' : dice.pick(EARLY);
  const shops = [open(first, monthAfter(year))];
  if (!applicant) return shops;
  const early = dice.shuffled(EARLY.filter((platform) => platform !== first));
  const more = applicant === 'N' ? dice.whole(1, 3) : dice.whole(0, 2);
  for (const platform of early.slice(0, more))
    shops.push(open(platform, monthAfter(dice.whole(2009, 2011))));
  for (const [platform, since] of LATER) {
    if (dice.chance(0.5)) shops.push(open(platform, monthAfter(since)));
  }
  return shops;
}

function newShop(dice: Dice, setting: ShopSetting, platform: string, openedOn: string): DemoShop {
  const { index, brand, trade } = setting;
  return {
    id: dice.id(),
    platform,
    shopName: `${brand}${platform === 'tmall' ? '旗舰店' : '的小店'}`,
    url: `https://biaogan-demo-${index + 1}.${HOSTS[platform]!}/`,
    openedOn,
    mainGoods: trade.products.slice(0, 3).join('、'),
  };
}
