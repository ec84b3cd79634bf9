import { buildRuleSet } from './build-rule-set.js';
import { CALIBRATION_NOW } from './calibration-now.js';

/** Rules of a present-day programme; the reference dates are set when a programme is made from it. */
export const PRESET_NOW = buildRuleSet(
  'now',
  { year: 2025, applicationDeadline: '2026-09-30' },
  CALIBRATION_NOW,
);
