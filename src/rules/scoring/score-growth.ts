import { amount, amountInput } from './amounts.js';
import { type Computed, missing, note } from './computed.js';
import type { AmountKey, Figures } from './figures.js';
import { type AgainstEdge, exactly, findBand, inBand, unitText } from './find-band.js';
import { compare, fraction } from './fraction.js';
import { hundredthsText } from './points.js';
import type { Band, CompoundGrowthScoring, GrowthScoring, SmallBase } from './scoring.js';
import {
  type Computation,
  type Copying,
  copiedBands,
  highest,
  hundredthsAt,
} from './computation.js';
import { amountNeed } from './needed-figure.js';

/** Growth over one year. */
export const byGrowth: Computation<GrowthScoring> = {
  compute: scoreGrowth,
  needs: ({ current, base }) => [current, base].map(amountNeed),
  most: highest,
  edges: { unit: () => 'percent', closed: () => 'low' },
  numbers: ({ smallBase }) => (smallBase ? smallBaseNumbers(smallBase) : []),
  copied: (scoring, to) => ({
    ...copiedBands(scoring, to),
    ...(scoring.smallBase ? { smallBase: copiedBase(scoring.smallBase, to) } : {}),
  }),
};

/** Yearly growth over two years. */
export const byCompoundGrowth: Computation<CompoundGrowthScoring> = {
  compute: scoreCompoundGrowth,
  needs: ({ current, base, fallbackBase }) => [current, fallbackBase, base].map(amountNeed),
  most: highest,
  edges: { unit: () => 'percent', closed: () => 'low' },
  numbers: ({ smallBase, fallbackMost }) => [
    ...smallBaseNumbers(smallBase),
    hundredthsAt('fallbackMost', fallbackMost),
  ],
  copied: (scoring, to) => ({
    ...copiedBands(scoring, to),
    smallBase: copiedBase(scoring.smallBase, to),
    fallbackMost: to.points(scoring.fallbackMost),
  }),
};

function copiedBase(base: SmallBase, to: Copying): SmallBase {
  return { ...base, most: to.points(base.most) };
}

function smallBaseNumbers({ below, most }: SmallBase) {
  return [
    hundredthsAt('smallBase.below', below, 'smallBaseBelow'),
    hundredthsAt('smallBase.most', most, 'smallBaseMost'),
  ];
}

/** Whole of 100 % in hundredths of a percent. */
const WHOLE = 10_000;

/** (T − T−1) ÷ T−1, compared with the edges by cross-multiplication. */
function scoreGrowth(scoring: GrowthScoring, figures: Figures): Computed {
  const { current, base, smallBase } = scoring;
  return oneYear({ current, base, bands: scoring.bands, smallBase }, figures);
}

/** √(T ÷ T−2) − 1, compared with the edges by squares; without T−2, one-year growth under a cap. */
function scoreCompoundGrowth(scoring: CompoundGrowthScoring, figures: Figures): Computed {
  const base = amount(figures, scoring.base);
  if (base === null || base <= 0) {
    const { current, fallbackBase, bands, smallBase, fallbackMost } = scoring;
    const fallback = oneYear({ current, base: fallbackBase, bands, smallBase }, figures);
    if (fallback.band === null) return fallback;
    return atMost(fallback, fallbackMost, 'oneYearGrowth');
  }
  const inputs = [scoring.base, scoring.current].map((key) => amountInput(figures, key));
  const current = amount(figures, scoring.current);
  if (current === null) return missing(inputs);
  const band = findBand(scoring.bands, 'low', compoundAgainst(current, base));
  const computed = inBand(band, 'low', 'percent', compoundText(current, base), inputs);
  return smallBaseCap(computed, scoring.smallBase, base);
}

interface OneYear {
  readonly current: AmountKey;
  readonly base: AmountKey;
  readonly bands: readonly Band[];
  readonly smallBase?: SmallBase | undefined;
}

function oneYear(growth: OneYear, figures: Figures): Computed {
  const inputs = [growth.base, growth.current].map((key) => amountInput(figures, key));
  const [base, current] = [amount(figures, growth.base), amount(figures, growth.current)];
  if (base === null || base <= 0 || current === null) return missing(inputs);
  const value = fraction(BigInt(current - base) * BigInt(WHOLE), base);
  const band = findBand(growth.bands, 'low', exactly(value));
  const computed = inBand(band, 'low', 'percent', unitText(value, 'percent'), inputs);
  return growth.smallBase ? smallBaseCap(computed, growth.smallBase, base) : computed;
}

function compoundAgainst(current: number, base: number): AgainstEdge {
  const squared = fraction(BigInt(current) * BigInt(WHOLE) ** 2n, base);
  return (edge) => compare(squared, fraction(BigInt(WHOLE + edge) ** 2n));
}

/** For print only: the band is decided by squares, not by this rounded root. */
function compoundText(current: number, base: number): string {
  const root = squareRoot((4n * BigInt(current) * BigInt(WHOLE) ** 2n) / BigInt(base));
  return unitText(fraction((root + 1n) / 2n - BigInt(WHOLE)), 'percent');
}

function smallBaseCap(computed: Computed, small: SmallBase, base: number): Computed {
  return base < small.below ? atMost(computed, small.most, 'smallBase', small.below) : computed;
}

function atMost(computed: Computed, most: number, key: string, below = 0): Computed {
  const limit = note(key, { most: hundredthsText(most), below: hundredthsText(below) });
  const points = Math.min(computed.points, most);
  return { ...computed, points, notes: [...computed.notes, limit] };
}

/** Largest integer whose square is not above `value` (Newton's iteration from above). */
function squareRoot(value: bigint): bigint {
  if (value === 0n) return 0n;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
