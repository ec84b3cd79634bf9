import { AnnualReturn } from '../../src/merchants/annual-return.entity.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { type DemoMerchant, TITLED_MERCHANT, lastFullYear, shopsIn } from './merchant.js';
import { partition } from './partition.js';
import { salesOfToday } from './sales.js';

/** Of the register, those that filed for the last years; the office can call the others. */
const FILED_TODAY = 0.92;

/** The survey of 2012 with the year before it, and the three last years of those who filed. */
export function makeReturns(city: City, merchants: readonly DemoMerchant[]): void {
  const dice = city.dice.fork('returns');
  const last = lastFullYear(city.today);
  const filedToday = Math.round(merchants.length * FILED_TODAY);
  for (const merchant of merchants) {
    const own = dice.fork(String(merchant.index));
    if (merchant.index < filedToday) setRecentSales(own, merchant, last);
    for (const year of [...merchant.sales.keys()].toSorted((a, b) => a - b)) {
      const net = merchant.sales.get(year)!;
      // The titled merchant of the sign-in list still has last year's return to file.
      const owed = merchant.index === TITLED_MERCHANT && year === last;
      if (net > 0 && !owed) addReturn(city, own, merchant, year, net);
    }
  }
}

function setRecentSales(dice: Dice, { sales, now }: DemoMerchant, last: number): void {
  const net = salesOfToday(dice, now);
  const before = Math.round(net / dice.real(now ? 1.02 : 0.8, now ? 1.7 : 1.5));
  sales.set(last - 2, Math.round(before / dice.real(0.95, 1.6)));
  sales.set(last - 1, before).set(last, net);
}

function addReturn(
  city: City,
  dice: Dice,
  merchant: DemoMerchant,
  year: number,
  net: number,
): void {
  const { id, staff, insured, farmGoodsSharePct } = merchant;
  const refund = Math.round(net * dice.real(0.01, 0.07));
  // Sales are hundredths of 万元, so one unit is 100 yuan.
  const orders = Math.max(1, Math.round((net * 100) / dice.real(55, 160)));
  const shops = shopsIn(merchant, year);
  const weights = shops.map((_, i) => 1 / (i + 1));
  const split = (total: number) => partition(total, weights);
  const nets = split(net);
  const refunds = split(refund);
  const counts = split(orders);
  const complaints = dice.whole(0, Math.ceil(orders / 9_000));
  const filedAt = at(
    `${year + 1}-0${year === 2012 || year === 2011 ? 5 : 2}-${String((merchant.index % 18) + 8).padStart(2, '0')}`,
    merchant.index % 480,
  );
  const row = city.rows.add(AnnualReturn, {
    id: dice.id(),
    merchantId: id,
    year,
    grossWan: net + refund,
    refundWan: refund,
    netWan: net,
    agencyWan: 0,
    wholesaleWan: dice.chance(0.2) ? Math.round(net * dice.real(0.05, 0.3)) : 0,
    farmGoodsNetWan: farmGoodsSharePct ? Math.floor((net * farmGoodsSharePct) / 10_000) : null,
    orders,
    parcels: Math.round(orders * dice.real(0.88, 1.06)),
    staff,
    insuredYearEnd: insured,
    insuredAverage: Math.max(0, insured - dice.whole(0, 1)),
    shops: shops.map((shop, i) => ({
      shopId: shop.id,
      grossWan: nets[i]! + refunds[i]!,
      refundWan: refunds[i]!,
      netWan: nets[i]!,
      orders: counts[i]!,
    })),
    figures: {
      taxPaidWan: Math.round(net * dice.real(0.008, 0.03)),
      complaintsReceived: complaints,
      complaintsSettled: complaints,
      complaintsAgainst: Math.floor(complaints / 3),
      complaintsUnanswered: 0,
    },
    filedBy: null,
    filedAt,
  });
  merchant.returns.set(year, row);
}
