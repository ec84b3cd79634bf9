import type { Band } from '../../../src/rules/scoring/scoring.js';
import { hundredths } from './indicator-kit.js';

/** Lower edge and points, best first; edges in the unit the rule table prints. */
export type Steps = readonly (readonly [edge: number, points: number])[];

/** Half-open bands `[low, high)` from printed steps; below the last edge there are no points. */
export function stepsDown(
  steps: Steps,
  unit: 'hundredths' | 'whole',
  below?: 'ineligible',
): Band[] {
  const scale = unit === 'hundredths' ? 100 : 1;
  const bands = steps.map(([edge, points], i): Band => {
    const previous = steps[i - 1];
    const high = previous === undefined ? {} : { high: Math.round(previous[0] * scale) };
    return { low: Math.round(edge * scale), ...high, points: hundredths(points) };
  });
  const last = steps.at(-1);
  if (last === undefined) return bands;
  const rest: Band = { high: Math.round(last[0] * scale), points: 0 };
  return [...bands, below === 'ineligible' ? { ...rest, ineligible: true } : rest];
}

/** Lower-is-better bands `(low, high]` in hundredths: upper edge and points, best first. */
export function stepsUp(steps: Steps): Band[] {
  const bands = steps.map(([edge, points], i): Band => {
    const previous = steps[i - 1];
    const low = previous === undefined ? {} : { low: Math.round(previous[0] * 100) };
    return { ...low, high: Math.round(edge * 100), points: hundredths(points) };
  });
  const last = steps.at(-1);
  return last === undefined ? bands : [...bands, { low: Math.round(last[0] * 100), points: 0 }];
}
