import { formatHundredths } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';

/** Pixels of one bar, of the tallest one, and most bars that a small picture holds. */
const STEP = 10;
const HIGHEST = 30;
const MOST = 14;
const HALF_POINT = 50;

/** A small picture of how often each score was given. */
export interface Spread {
  readonly code: string;
  readonly mean: string;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly foot: number;
  readonly bars: string;
  readonly least: string;
  readonly most: string;
}

/** Bars over the whole scale from nothing to the weight, as wide as makes at most fourteen of them. */
export function spreadOf(
  {
    code,
    label,
    weight,
  }: { readonly code: string; readonly label: string; readonly weight: number },
  points: readonly number[],
  { t }: PageContext,
): Spread {
  const wide = HALF_POINT * Math.max(1, Math.ceil((weight / HALF_POINT + 1) / MOST));
  const counts = Array.from({ length: Math.floor(weight / wide) + 1 }, () => 0);
  for (const one of points) counts[Math.floor(one / wide)]! += 1;
  const tallest = Math.max(...counts);
  const mean = Math.round(points.reduce((sum, one) => sum + one, 0) / points.length);
  const marks = counts.flatMap((count, at) =>
    count ? [t('judging.review.bar', { points: rangeOf(at, wide, weight), count })] : [],
  );
  return {
    code,
    mean: t('judging.review.mean', { points: formatHundredths(mean) }),
    label: t('judging.review.scaleOf', { label, marks: marks.join(t('design.autosave.comma')) }),
    width: counts.length * STEP,
    height: HIGHEST + 2,
    foot: HIGHEST + 1,
    bars: counts
      .flatMap((count, at) => {
        if (!count) return [];
        const height = Math.max(2, Math.round((HIGHEST * count) / tallest));
        return [`M${at * STEP + 1} ${HIGHEST - height}h${STEP - 2}v${height}h${2 - STEP}z`];
      })
      .join(''),
    least: '0',
    most: formatHundredths(weight),
  };
}

function rangeOf(at: number, wide: number, weight: number): string {
  const from = formatHundredths(at * wide);
  if (wide === HALF_POINT) return from;
  return `${from}–${formatHundredths(Math.min(weight, (at + 1) * wide - HALF_POINT))}`;
}
