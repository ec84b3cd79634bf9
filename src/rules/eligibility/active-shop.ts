import { addDays, completedMonths, daysBetween } from '../calendar/beijing-time.js';

/** One shop in one calendar year. */
export interface ShopYear {
  readonly openedOn: string;
  /** Last day open, `null` while the shop is open. */
  readonly closedOn: string | null;
  readonly orders: number;
}

/**
 * Shops that were active in a year: open for `daysOpen` days and with `ordersPerMonth` orders for
 * each completed month open, never fewer than one order.
 */
export function countActiveShops(
  shops: readonly ShopYear[],
  year: number,
  { daysOpen, ordersPerMonth }: { readonly daysOpen: number; readonly ordersPerMonth: number },
): number {
  return shops.filter(({ openedOn, closedOn, orders }) => {
    const from = openedOn > `${year}-01-01` ? openedOn : `${year}-01-01`;
    const to = closedOn !== null && closedOn < `${year}-12-31` ? closedOn : `${year}-12-31`;
    const until = addDays(to, 1);
    if (daysBetween(from, until) < daysOpen) return false;
    return orders >= Math.max(1, completedMonths(from, until) * ordersPerMonth);
  }).length;
}
