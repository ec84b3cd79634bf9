import type { Figures, ShopFigures } from './figures.js';
import { observedItemsOf } from './needed-figures.js';
import { reducedFigures } from './reduced-figures.js';
import type { CategoryRules } from './rule-set.js';

export interface VerdictsOnFigures {
  readonly claimed: Figures;
  readonly verified: Figures;
  /** How often the applicant was asked to correct the file. */
  readonly corrections: number;
}

/** What the verification finds out by itself: complete on first filing; nothing reduced by more than 5 %. */
export function observedItems({ claimed, verified, corrections }: VerdictsOnFigures) {
  return {
    completeFirst: corrections === 0,
    notReduced: reducedFigures(claimed, verified).length === 0,
  };
}

/**
 * The figures that a score is computed from. What follows from the verdicts is never stored: a verdict that
 * changes later, at a re-review, changes it too.
 */
export function derivedFigures(
  category: Pick<CategoryRules, 'rubric'>,
  verdicts: VerdictsOnFigures,
): Figures {
  const { verified } = verdicts;
  const observed = observedItems(verdicts);
  const ticks = observedItemsOf(category).map(
    (item) => [item, observed[item.split('.').at(-1) as keyof typeof observed]] as const,
  );
  return {
    ...verified,
    ticks: { ...verified.ticks, ...Object.fromEntries(ticks) },
    shops: withinWhole(withinWhole(verified.shops, 'netWan', verified), 'orders', verified),
  };
}

/** Shops together have no more than the merchant: where the whole was cut, each bears its share. */
function withinWhole(
  shops: readonly ShopFigures[],
  key: 'netWan' | 'orders',
  { amounts }: Figures,
): readonly ShopFigures[] {
  const whole = amounts[key];
  const sum = shops.reduce((total, shop) => total + (shop[key] ?? 0), 0);
  if (whole === null || whole === undefined || sum <= whole) return shops;
  return shops.map((shop) => ({
    ...shop,
    [key]: shop[key] === null ? null : Math.floor((shop[key] * whole) / sum),
  }));
}
