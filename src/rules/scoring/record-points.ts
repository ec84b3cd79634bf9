import { RuleError } from '../rule-error.js';
import type { ScorableRecord } from './application-record.js';
import type { ScoringRules } from './computation.js';
import { type IndicatorPoints, computeIndicatorPoints } from './compute-indicator-points.js';
import type { Indicator } from './indicator.js';
import { hundredthsText } from './points.js';

/** Codes of the indicators that are left out for an application. */
export function leftOut(record: ScorableRecord): readonly string[] {
  return 'figures' in record ? record.figures.notApplicable : record.verified.notApplicable;
}

/**
 * Points of a computed indicator: from the verified figures, or as published where the figures are not.
 * Published points that the indicator cannot give are refused with `scoring.error.pointsOutside`.
 */
export function recordPoints(
  indicator: Indicator,
  record: ScorableRecord,
  rules: ScoringRules,
): IndicatorPoints {
  if ('figures' in record) return computeIndicatorPoints(indicator, record.figures, rules);
  const { code, weight } = indicator;
  const points = record.verified.points[code];
  if (points === undefined || !Number.isSafeInteger(points) || points < 0 || points > weight) {
    const most = hundredthsText(weight);
    throw new RuleError('scoring.error.pointsOutside', { code, most });
  }
  return { code, points, inputs: [], band: null, notes: [], parts: [] };
}
