import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';

/** One category with four places, for five applications. */
export const fourPlaces: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories
    .filter(({ code }) => code === 'G')
    .map((category) => ({ ...category, quota: 4, passMark: 100 })),
};
export const fiveNames = ['甲网商', '乙网商', '丙网商', '丁网商', '戊网商'];
