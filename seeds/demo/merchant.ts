import type { AnnualReturn } from '../../src/merchants/annual-return.entity.js';
import type { Trade } from './words.js';
import type { DemoDivision } from './geography.js';

/** Position on the register of the two merchants whose people are on the sign-in list. */
export const TITLED_MERCHANT = 3;
export const REVIEWED_MERCHANT = 100;

export type CategoryLetter = 'G' | 'Y' | 'N';

export interface DemoShop {
  readonly id: string;
  readonly platform: string;
  readonly shopName: string;
  readonly url: string;
  readonly openedOn: string;
  readonly mainGoods: string;
}

/** A registered merchant of the demo city with what its applications and returns are made from. */
export interface DemoMerchant {
  readonly id: string;
  readonly index: number;
  readonly name: string;
  readonly brand: string;
  readonly merchantType: string;
  readonly creditCode: string | null;
  readonly headName: string;
  readonly division: DemoDivision;
  readonly town: string;
  readonly trade: Trade;
  readonly foundedOn: string;
  readonly birthDate: string;
  readonly principalSharePct: number;
  readonly farmGoodsSharePct: number;
  readonly localOriginPct: number;
  readonly staff: number;
  readonly insured: number;
  readonly shops: readonly DemoShop[];
  /** Category it applied in for 2012, and for this year's programme. */
  readonly past: CategoryLetter | null;
  readonly now: CategoryLetter | null;
  /** Net sales by year in hundredths of 万元. */
  readonly sales: Map<number, number>;
  /** What it filed, by year. */
  readonly returns: Map<number, FiledReturn>;
  /** How well it serves and documents, 0 to 1; figures and judges' scores lean on it. */
  readonly quality: number;
}

export type FiledReturn = Pick<
  AnnualReturn,
  | 'grossWan'
  | 'refundWan'
  | 'agencyWan'
  | 'wholesaleWan'
  | 'staff'
  | 'netWan'
  | 'farmGoodsNetWan'
  | 'orders'
  | 'parcels'
  | 'insuredYearEnd'
  | 'insuredAverage'
  | 'shops'
  | 'figures'
>;

/** Shops that were open on the last day of a year. */
export function shopsIn(merchant: DemoMerchant, year: number): readonly DemoShop[] {
  return merchant.shops.filter(({ openedOn }) => openedOn <= `${year}-12-31`);
}

/** The last full calendar year. */
export function lastFullYear(today: string): number {
  return Number(today.slice(0, 4)) - 1;
}
