/**
 * Bands of net sales in hundredths of 万元, smallest first; a class is never stored, so it follows
 * the return. The edge of 100万元 is the one the city counts by.
 */
export const SIZE_CLASSES = [
  { code: 'under10', from: 0 },
  { code: 'from10', from: 10_00 },
  { code: 'from100', from: 100_00 },
  { code: 'from500', from: 500_00 },
  { code: 'from2000', from: 2000_00 },
] as const;

export type SizeClass = (typeof SIZE_CLASSES)[number]['code'];

/** Net sales above which the city speaks of a merchant of size. */
export const NOTABLE_SALES = 100_00;

export function sizeClass(netWan: number): SizeClass {
  return (SIZE_CLASSES.findLast((one) => netWan >= one.from) ?? SIZE_CLASSES[0]).code;
}

/** From (included) and to (excluded, null without end) of a class, for a query. */
export function sizeRange(code: string): { from: number; to: number | null } | null {
  const at = SIZE_CLASSES.findIndex((one) => one.code === code);
  if (at < 0) return null;
  return {
    from: at === 0 ? -2_147_483_648 : SIZE_CLASSES[at]!.from,
    to: SIZE_CLASSES[at + 1]?.from ?? null,
  };
}
