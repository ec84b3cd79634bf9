import type { Indicator } from './indicator.js';

/** The percentages of the five anchors, best first (rule C9). */
export const ANCHOR_PERCENTS = [100, 80, 60, 30, 0] as const;

/** The half-point grid on which judges score, in hundredths. */
export const HALF_POINT = 50;

/** The anchor of a weight: its percentage rounded half-up to half a point; all in hundredths of a point. */
export function anchorPoints(weight: number, percent: number): number {
  const grid = HALF_POINT * 100;
  return Math.floor((weight * percent + grid / 2) / grid) * HALF_POINT;
}

/** The indicator with the anchors that its weight has. */
export function anchored(indicator: Indicator): Indicator {
  const { scoring, weight } = indicator;
  if (scoring.kind !== 'anchors') return indicator;
  const anchors = scoring.anchors.map((anchor) => ({
    ...anchor,
    points: anchorPoints(weight, anchor.percent),
  }));
  return { ...indicator, scoring: { ...scoring, anchors } };
}
