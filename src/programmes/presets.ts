import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';

/** Stands for "no earlier programme": the first one of an installation begins from these rules. */
export const PRESET_SOURCE = 'preset';

/** A new installation has its panels score anchors first; what comes later copies the last programme. */
export const PRESET_RULES: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories.map((one) => ({ ...one, anchors: true })),
};
