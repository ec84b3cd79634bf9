import { buildRuleSet } from './build-rule-set.js';
import { CALIBRATION_2013 } from './calibration-2013.js';

/** Rules of the programme that honours the year 2012. */
export const PRESET_2013 = buildRuleSet(
  '2013',
  { year: 2012, applicationDeadline: '2013-06-28' },
  CALIBRATION_2013,
);
