import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';

/** Stands for "no earlier programme": the first one of an installation begins from these rules. */
export const PRESET_SOURCE = 'preset';

export const PRESET_RULES: RuleSet = PRESET_NOW;
