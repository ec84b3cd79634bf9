import { MerchantVersion } from '../../src/merchants/merchant-version.entity.js';
import { Merchant } from '../../src/merchants/merchant.entity.js';
import { Shop } from '../../src/merchants/shop.entity.js';
import { syntheticCreditCode } from '../reference/synthetic-credit-code.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { DIVISIONS, type DemoDivision } from './geography.js';
import {
  type CategoryLetter,
  type DemoMerchant,
  type DemoShop,
  REVIEWED_MERCHANT,
  TITLED_MERCHANT,
} from './merchant.js';
import { PAST_COUNTS, salesOf2011, salesOf2012, staffNumbers } from './sales.js';
import { openShops } from './shops.js';
import { FARM_TRADE, type Trade, brandWord, personName, pickTrade } from './words.js';

const MERCHANT_COUNTS = { demo: 1_200, city: 7_851 } as const;
/** Applicants of this year's programme: 31 of G, 21 of Y, 22 of N; the first three applied in 2013 too. */
const NOW_COUNTS = { G: 31, Y: 21, N: 22 } as const;
const PAST_TOTAL = 60;
const FIRST_NOW = PAST_TOTAL - 3;

const TYPES = {
  enterprise: { pair: '91', ending: '有限公司' },
  soleBusiness: { pair: '92', ending: '经营部' },
  cooperative: { pair: '93', ending: '专业合作社' },
  familyFarm: { pair: '92', ending: '家庭农场' },
  exemptPerson: { pair: '', ending: '自产农户' },
} as const;
type TypeName = keyof typeof TYPES;

/** Quality of the two merchants of the sign-in list: the one holds a title, the other has hopes. */
const SINGLED_OUT: Readonly<Record<number, number>> = {
  [TITLED_MERCHANT]: 0.94,
  [REVIEWED_MERCHANT]: 0.85,
};

/** The register: names, places and shops are invented; sums and counts are those of the survey. */
export function makeMerchants(city: City): DemoMerchant[] {
  const dice = city.dice.fork('merchants');
  const count = MERCHANT_COUNTS[city.scale];
  const sales2012 = salesOf2012(dice.fork('2012'), count);
  const sales2011 = salesOf2011(dice.fork('2011'), sales2012);
  const staff = staffNumbers(dice.fork('staff'), count);
  const names = new Set<string>();
  return sales2012.map((sales, index) => {
    const merchant = makeMerchant(dice.fork(String(index)), index, staff[index]!, {
      begun: sales2011[index]! > 0,
      names,
      scale: city.scale,
    });
    merchant.sales.set(2012, sales).set(2011, sales2011[index]!);
    addMerchant(city, dice, merchant);
    return merchant;
  });
}

interface Given {
  readonly begun: boolean;
  readonly names: Set<string>;
  readonly scale: City['scale'];
}

function makeMerchant(dice: Dice, index: number, staff: number, given: Given): DemoMerchant {
  const past = index < PAST_TOTAL ? letterAt(index, PAST_COUNTS) : null;
  const now = index >= FIRST_NOW ? letterAt(index - FIRST_NOW, reversedNow()) : null;
  const division = index < PAST_TOTAL ? DIVISIONS[index % 6]! : pickDivision(dice);
  const trade = past === 'N' || now === 'N' ? FARM_TRADE : tradeOf(dice, past ?? now);
  const typeName = pickType(dice, trade, past ?? now);
  const { brand, name } = newName(dice, division, trade, typeName, given.names);
  const foundedOn = given.begun
    ? day(dice, 2003, past || now ? 2010 : 2011)
    : day(dice, 2012, 2012);
  const farm = trade === FARM_TRADE;
  return {
    id: dice.id(),
    index,
    name,
    brand,
    merchantType: typeName,
    creditCode:
      typeName === 'exemptPerson'
        ? null
        : syntheticCreditCode(TYPES[typeName].pair, division.code, 1_000 + index),
    headName: personName(dice),
    division,
    town: dice.pick(division.towns),
    trade,
    foundedOn,
    // Young in 2013 or young today: both ends of the age limit are 18 and 40.
    birthDate: now === 'Y' ? day(dice, 1988, 2002) : day(dice, past === 'Y' ? 1975 : 1962, 1990),
    principalSharePct: dice.whole(35, 100) * 100,
    farmGoodsSharePct: farm ? dice.whole(68, 100) * 100 : 0,
    localOriginPct: farm ? dice.whole(60, 100) * 100 : 0,
    staff,
    insured: Math.max(past || now ? 1 : 0, Math.round(staff * dice.real(0.3, 0.9))),
    shops: openShops(dice, {
      index,
      brand,
      trade,
      foundedOn,
      applicant: past ?? now,
      scale: given.scale,
    }),
    past,
    now,
    sales: new Map(),
    returns: new Map(),
    quality: SINGLED_OUT[index] ?? Math.max(0.45, Math.min(0.97, 0.76 + 0.1 * dice.bell())),
  };
}

/** Farm merchants first: the three who applied in 2013 apply in the same category again. */
function reversedNow() {
  return { N: NOW_COUNTS.N, Y: NOW_COUNTS.Y, G: NOW_COUNTS.G };
}

function letterAt(position: number, counts: Record<string, number>): CategoryLetter | null {
  let left = position;
  for (const [letter, count] of Object.entries(counts)) {
    if (left < count) return letter as CategoryLetter;
    left -= count;
  }
  return null;
}

/** A service provider has no retail sales of its own to apply with. */
function tradeOf(dice: Dice, applicant: CategoryLetter | null): Trade {
  const trade = pickTrade(dice);
  return applicant && trade.business !== 'retail' ? tradeOf(dice, applicant) : trade;
}

/** Who sells only what grows on the own land need not register; applicants all did. */
function pickType(dice: Dice, trade: Trade, applicant: CategoryLetter | null): TypeName {
  if (trade === FARM_TRADE && !applicant && dice.chance(0.08)) return 'exemptPerson';
  if (trade === FARM_TRADE && dice.chance(0.45)) {
    return dice.pick(['cooperative', 'familyFarm'] as const);
  }
  return dice.chance(0.55) ? 'enterprise' : 'soleBusiness';
}

function pickDivision(dice: Dice): DemoDivision {
  let left = dice.whole(1, 100);
  return DIVISIONS.find(({ share }) => (left -= share) <= 0)!;
}

function newName(
  dice: Dice,
  division: DemoDivision,
  trade: Trade,
  typeName: TypeName,
  taken: Set<string>,
) {
  for (;;) {
    const brand = brandWord(dice);
    const place = division.name.replace(/[市县区]$/, '');
    const bare = typeName === 'familyFarm' || typeName === 'exemptPerson';
    const suffix = bare ? '' : dice.pick(trade.suffixes);
    const name = `${place}${brand}${suffix}${TYPES[typeName].ending}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return { brand, name };
  }
}

function day(dice: Dice, from: number, to: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dice.whole(from, to)}-${two(dice.whole(1, 12))}-${two(dice.whole(1, 28))}`;
}

function addMerchant(city: City, dice: Dice, merchant: DemoMerchant): void {
  const { id, division, town, trade, headName } = merchant;
  const street = `${division.name}${town}示例路${dice.whole(1, 398)}号`;
  const registeredAt = at(
    `2013-05-${String((merchant.index % 20) + 8).padStart(2, '0')}`,
    merchant.index % 480,
  );
  const facts = {
    merchantType: merchant.merchantType,
    name: merchant.name,
    creditCode: merchant.creditCode,
    exemptionGround: merchant.creditCode === null ? 'farmOrCraft' : null,
    headName,
    headNamePublic: merchant.past !== null || merchant.now !== null,
    foundedOn: merchant.foundedOn,
    capitalWan: merchant.merchantType === 'enterprise' ? dice.pick([10, 50, 100, 200]) * 100 : null,
    divisionCode: division.code,
    town,
    registeredAddress: street,
    workingAddress: street,
    goodsCategories: [trade.goods],
    sector: trade.sector,
    businessType: trade.business,
    park: parkOf(dice, division.code),
    farmGoodsSharePct: merchant.farmGoodsSharePct,
    localOriginPct: merchant.localOriginPct,
    principalSharePct: merchant.principalSharePct,
    staff: merchant.staff,
    insured: merchant.insured,
    contactName: headName,
    intro: introOf(merchant),
  };
  city.rows.add(Merchant, {
    id,
    ...facts,
    searchName: merchant.name.normalize('NFKC').toLowerCase(),
    creditCodeWarnings: [],
    contactMobileSealed: city.seal(`198${String(merchant.index).padStart(8, '0')}`, dice),
    birthDateSealed: city.seal(merchant.birthDate, dice),
    acceptedAt: registeredAt,
    registeredAt,
    changedAt: registeredAt,
  });
  city.rows.add(MerchantVersion, {
    id: dice.id(),
    merchantId: id,
    number: 1,
    facts,
    changedAt: registeredAt,
  });
  merchant.shops.forEach((shop, i) => addShop(city, dice, merchant, shop, i));
}

function parkOf(dice: Dice, divisionCode: string): string | null {
  if (divisionCode === '330803' && dice.chance(0.3)) return 'jinhui';
  return divisionCode === '330802' && dice.chance(0.2) ? 'yigao' : null;
}

function addShop(city: City, dice: Dice, merchant: DemoMerchant, shop: DemoShop, i: number): void {
  city.rows.add(Shop, {
    ...shop,
    merchantId: merchant.id,
    icp: shop.platform === 'own' ? `浙ICP备${String(merchant.index).padStart(8, '0')}号` : null,
    shopNo: `${merchant.index + 1}-${i + 1}`,
    sameSubject: true,
    deliveryPromise: dice.pick(['12', '18', '24', '48', 'none']),
    status: 'open',
  });
}

export function introOf({ brand, division, town, trade, staff }: DemoMerchant): string {
  const [first, second, third] = trade.products;
  return `本商户位于${division.name}${town}，主要经营${first}、${second}、${third}等商品，自有品牌为“${brand}”。开业以来坚持诚信经营，建立了进货查验、仓储发货和售后服务制度，带动周边群众${staff}人就业，并与本地供应商保持长期合作。今后将继续做好品质管理和包装标准，让更多消费者通过网络了解衢州好货。`;
}
