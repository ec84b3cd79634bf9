import type { Register, RegisterReturn } from './register.js';

/**
 * The figures that the register already holds, by figure key, as the text that figures are stored in.
 * A core figure is always the register's: null says that its return or shop is still missing.
 * @param year T, the last full calendar year before the programme
 */
export function registerFigures(
  { shops, returns }: Register,
  year: number,
): ReadonlyMap<string, string | null> {
  const ofYear = (back: number) => returns.find((one) => one.year === year - back);
  const current = ofYear(0);
  const figures = new Map<string, string | null>();
  for (const [key, number] of Object.entries(current?.figures ?? {})) {
    if (number !== null) figures.set(key, String(number));
  }
  for (const [key, field, back] of core) figures.set(key, text(ofYear(back)?.[field]));
  for (const shop of shops) {
    const row = current?.shops.find(({ shopId }) => shopId === shop.id);
    figures.set(`shop.${shop.id}.netWan`, text(row?.netWan));
    figures.set(`shop.${shop.id}.orders`, text(row?.orders));
  }
  figures.set('openedOn', shops.map(({ openedOn }) => openedOn).toSorted()[0] ?? null);
  const open = shops.filter(({ status }) => status !== 'closed');
  figures.set('platformCount', String(new Set(open.map(({ platform }) => platform)).size));
  return figures;
}

/** Figure key → the return's field and how many years before T. */
const core: readonly (readonly [string, keyof RegisterReturn, 0 | 1 | 2])[] = [
  ['netWan', 'netWan', 0],
  ['netWanYearBefore', 'netWan', 1],
  ['netWanTwoYearsBefore', 'netWan', 2],
  ['agencyWan', 'agencyWan', 0],
  ['farmGoodsNetWan', 'farmGoodsNetWan', 0],
  ['farmGoodsNetWanYearBefore', 'farmGoodsNetWan', 1],
  ['orders', 'orders', 0],
  ['parcels', 'parcels', 0],
  ['insuredYearEnd', 'insuredYearEnd', 0],
  ['insuredAverage', 'insuredAverage', 0],
];

function text(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : null;
}
