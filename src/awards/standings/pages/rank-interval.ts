import type { RankInterval } from '../../../rules/ranking/rank-interval.js';
import type { PageContext } from '../../../web/page-context.js';

/** One row of the drawing: places run from left to right, lengths are per cent of its width. */
export interface RankIntervalModel {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly cut: string;
}

/** Each place is one cell wide, so an interval of a single place can still be seen. */
export function rankInterval(
  { t }: PageContext,
  of: {
    readonly key: string;
    readonly name: string;
    readonly interval: RankInterval;
    readonly standing: number;
    readonly quota: number;
    readonly entries: number;
  },
): RankIntervalModel {
  const { key, name, interval, standing, quota, entries } = of;
  const share = (places: number) => `${((100 * places) / entries).toFixed(2)}%`;
  return {
    key,
    title: t('awards.robustness.drawing', { name }),
    text: t('awards.robustness.drawingText', { ...interval, standing, quota }),
    from: share(interval.low - 1),
    to: share(interval.high),
    at: share(standing - 0.5),
    cut: share(Math.min(quota, entries)),
  };
}
